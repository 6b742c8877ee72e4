// The absolute address of something of ours: a proxy may show the whole screen below a path.
export const place = path => new URL(path, new URL('.', document.baseURI)).href
