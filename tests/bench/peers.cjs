// node peers.cjs chrono|recognizers FILE|--version: reads all paragraphs of a file with one tool.
const fs = require('fs');
const path = require('path');
const [tool, file] = process.argv.slice(2);
const home = path.join(process.cwd(), 'node_modules');
const name = tool === 'chrono' ? 'chrono-node' : '@microsoft/recognizers-text-suite';

if (file === '--version') {
  console.log(JSON.parse(fs.readFileSync(path.join(home, name, 'package.json'))).version);
} else {
  const library = require(path.join(home, name));
  const paragraphs = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean);
  let found = 0;
  for (const text of paragraphs) {
    if (tool === 'chrono') {
      found += library.parse(text).length;
    } else {
      found += library.recognizeNumber(text, 'en-us').length;
      found += library.recognizeDimension(text, 'en-us').length;
      found += library.recognizeCurrency(text, 'en-us').length;
      found += library.recognizeDateTime(text, 'en-us').length;
    }
  }
  console.log(found);
}
