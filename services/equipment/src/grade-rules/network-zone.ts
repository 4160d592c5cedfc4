/** Whose day it is for what the whole network decides. */
export const NETWORK_ZONE = 'Europe/Paris';
