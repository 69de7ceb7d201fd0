// Typst at its best: one compiler that keeps fonts and what it has laid out. FOLDER WARM-UP SECONDS -> documents, CPU,
// wall, bytes. The compiler is that of npm: npm install --prefix target/bench @myriaddreamin/typst-ts-node-compiler
const fs = require('fs');
const path = require('path');

const [folder, warmUp, seconds] = process.argv.slice(2);
let NodeCompiler;
try {
  const found = require.resolve('@myriaddreamin/typst-ts-node-compiler', {paths: [path.resolve('target/bench')]});
  ({NodeCompiler} = require(found));
} catch (e) {
  process.exit(3);
}

const template = `
#set document(title: "Relevé de notes")
#set page(paper: "a4", margin: (x: 18mm, y: 14mm))
#set text(font: "Liberation Sans", size: 8pt, lang: "fr")
#set par(spacing: 4pt)
#let spans(list) = list.map(s => if s.bold { strong(s.text) } else { [#s.text] }).join()
#let number = sys.inputs.number
#for item in json("statements.json").at(int(number)) {
  if item.kind == "heading" { heading(level: item.level, item.text) }
  if item.kind == "paragraph" { par(spans(item.spans)) }
  if item.kind == "logo" { image("logo.png", height: 12mm, alt: "Logo") }
  if item.kind == "code" { image("qr-" + number + ".png", width: 90pt, alt: "Code QR", scaling: "pixelated") }
  if item.kind == "table" {
    table(
      columns: item.shares.map(share => share * 1fr),
      align: item.right.map(r => if r { right } else { left }),
      stroke: 0.5pt + gray,
      inset: 2pt,
      table.header(..item.rows.first().map(cell => table.cell(fill: silver, spans(cell)))),
      ..item.rows.slice(1).map(row => row.map(spans)).flatten(),
    )
  }
}
`;

const compiler = NodeCompiler.create({workspace: folder, fontArgs: [{fontPaths: [folder + '/fonts']}]});
const main = path.join(folder, 'statement.typ');
fs.writeFileSync(main, template);
const count = JSON.parse(fs.readFileSync(path.join(folder, 'statements.json'))).length;
let next = 0;

function printOne() {
  const number = next++ % count;
  const pdf = compiler.pdf({mainFilePath: main, inputs: {number: String(number)}}, {pdfStandard: 'a-2a'});
  compiler.evictCache(30);
  return pdf;
}

function during(seconds) {
  const begin = process.hrtime.bigint();
  let documents = 0;
  let pdf;
  while (Number(process.hrtime.bigint() - begin) < seconds * 1e9) {
    pdf = printOne();
    documents++;
  }
  return {documents, pdf, wall: Number(process.hrtime.bigint() - begin) / 1e9};
}

fs.writeFileSync(path.join(folder, '../pages/TYPST.pdf'), during(Number(warmUp)).pdf);
const before = process.cpuUsage();
const {documents, pdf, wall} = during(Number(seconds));
const cpu = process.cpuUsage(before);
console.log(documents, (cpu.user + cpu.system) / 1e6, wall, pdf.length);
