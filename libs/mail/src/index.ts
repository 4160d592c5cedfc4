export { type Attachment, type Letter, type Post, type PostSettings, postVia, wasNotTaken } from './post.js';
