// Builds what the pages load: app.css, app.js, the typeface, the icon.
//
//     node build.mjs [FOLDER]      build/web by default
//
// The program serves each file under a name with its content's hash
// (engine/asset), and style sheets must say that name: asset("x.woff2") in Sass
// does.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "..", "build", "web"));
const require = createRequire(import.meta.url);
const typeface = dirname(require.resolve("@fontsource-variable/atkinson-hyperlegible-next/package.json"));

const fonts = {
  "atkinson-latin.woff2": "atkinson-hyperlegible-next-latin-wght-normal.woff2",
  "atkinson-latin-ext.woff2": "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
};

// FNV-1a of 64 bits, folded to 32: the hash of engine/asset/asset.c.
function contentHash(bytes) {
  let hash = 14695981039346656037n;
  for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 1099511628211n);
  const folded = Number(BigInt.asUintN(32, hash ^ (hash >> 32n)));
  return folded.toString(16).padStart(8, "0");
}

// "app.css" -> "app.3f9a1c27.css"
function hashedName(name, bytes) {
  const dot = name.lastIndexOf(".");
  return `${name.slice(0, dot)}.${contentHash(bytes)}${name.slice(dot)}`;
}

function loadFonts() {
  const files = {};
  for (const [name, source] of Object.entries(fonts)) files[name] = readFileSync(join(typeface, "files", source));
  return files;
}

function buildStyles(files) {
  const asset = ([argument]) => {
    const name = argument.assertString("name").text;
    if (!files[name]) throw new Error(`no asset ${name}`);
    return new sass.SassString(`url(${hashedName(name, files[name])})`, { quotes: false });
  };
  const result = sass.compile(join(here, "styles", "app.scss"), {
    style: "compressed",
    loadPaths: [join(here, "node_modules")],
    functions: { "asset($name)": asset },
    quietDeps: true,
  });
  const minified = esbuild.transformSync(result.css, { loader: "css", minify: true, legalComments: "none" });
  return Buffer.from(minified.code);
}

function buildScripts() {
  const result = esbuild.buildSync({
    entryPoints: [join(here, "scripts", "app.js")],
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2020",
    write: false,
    legalComments: "none",
  });
  return Buffer.from(result.outputFiles[0].contents);
}

function loadImages() {
  const files = {};
  for (const name of readdirSync(join(here, "images"))) files[name] = readFileSync(join(here, "images", name));
  return files;
}

const files = { ...loadFonts(), ...loadImages() };
files["app.css"] = buildStyles(files);
files["app.js"] = buildScripts();

mkdirSync(out, { recursive: true });
for (const [name, bytes] of Object.entries(files)) writeFileSync(join(out, name), bytes);
console.log(`${Object.keys(files).length} files in ${out}`);
