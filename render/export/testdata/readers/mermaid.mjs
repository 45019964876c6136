// Reads flowcharts with Mermaid's own parser: node mermaid.mjs NODE_MODULES FILE.
// It prints the nodes, arrows and boxes that Mermaid found, as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, file] = process.argv.slice(2);
// Mermaid cleans texts with DOMPurify, which needs a document.
const { JSDOM } = createRequire(join(modules, 'mermaid', 'package.json'))('jsdom');
globalThis.window = new JSDOM('').window;
globalThis.document = window.document;
const { default: mermaid } = await import(pathToFileURL(join(modules, 'mermaid', 'dist', 'mermaid.core.mjs')));

const text = readFileSync(file, 'utf8');
const { diagramType, config } = await mermaid.parse(text);
const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
// References are kept in this form until the diagram is drawn.
const shown = (s) => s?.replaceAll('ﬂ°°', '&#').replaceAll('ﬂ°', '&').replaceAll('¶ß', ';');
console.log(JSON.stringify({
  type: diagramType,
  config,
  nodes: [...db.getVertices().values()].map((v) => ({ id: v.id, text: shown(v.text), shape: v.type ?? '', classes: v.classes.join(' ') })),
  arrows: db.getEdges().map((e) => ({ from: e.start, to: e.end, text: shown(e.text), stroke: e.stroke, head: e.type })),
  boxes: db.getSubGraphs().map((s) => ({ id: s.id, title: shown(s.title), nodes: s.nodes.toSorted().join(' ') })),
}));
