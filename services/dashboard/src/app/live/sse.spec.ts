import { describe, expect, it } from '@jest/globals';
import { cutEvents } from './sse.js';

describe('the stream of live ticks', () => {
  it('is cut into events, whatever the pieces it arrives in', () => {
    const first = cutEvents('event: tick\nid: 7\ndata: {"branch":');
    expect(first.events).toEqual([]);
    const second = cutEvents(`${first.rest}"BX"}\n\nevent: la`);
    expect(second.events).toEqual([{ event: 'tick', id: '7', data: '{"branch":"BX"}' }]);
    expect(second.rest).toBe('event: la');
  });
  it('skips comments that only keep the line open', () => {
    expect(cutEvents(': still here\n\n').events).toEqual([]);
  });
  it('joins the lines of one event', () => {
    expect(cutEvents('data: a\r\ndata: b\r\n\r\n').events).toEqual([{ event: 'message', id: undefined, data: 'a\nb' }]);
  });
});
