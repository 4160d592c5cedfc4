/* Ends well if the service in this container says that it serves. Run by the container's health check. */
const address = `http://127.0.0.1:${process.env.SERVICE_PORT}/health/ready`;
const answer = await fetch(address, { signal: AbortSignal.timeout(4_000) }).catch(() => undefined);
process.exit(answer?.ok ? 0 : 1);
