/** @typedef {Record<string, unknown> & { type: string, start: number }} Node of a syntax tree in ESTree's form */

/**
 * @param {unknown} value
 * @returns {Generator<Node>}
 */
export function* everyNode(value) {
  if (Array.isArray(value)) {
    for (const item of value) yield* everyNode(item);
  } else if (isNode(value)) {
    yield value;
    for (const child of Object.values(value)) yield* everyNode(child);
  }
}

/**
 * @param {unknown} value
 * @returns {value is Node}
 */
export function isNode(value) {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/**
 * @param {unknown} node
 * @returns {string | undefined}
 */
export function literalText(node) {
  return isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

/**
 * @param {string} source
 * @param {number} offset
 */
export function lineAt(source, offset) {
  return source.slice(0, offset).split('\n').length;
}
