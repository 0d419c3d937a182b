import { readFileSync } from "node:fs";
import { defineConfig } from "vite";
import { logical } from "./scripts/logical.mjs";

// One script and one style sheet; scripts/one-file.mjs makes them one page with the engine and the law.
export default defineConfig({
  build: {
    target: "es2022",
    assetsInlineLimit: 1 << 30,
    modulePreload: false,
    cssCodeSplit: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: "src/main.tsx",
      output: { format: "iife", entryFileNames: "app.js", assetFileNames: "app.[ext]" },
    },
  },
  worker: { format: "iife" },
  css: {
    postcss: { plugins: [logical()] },
    preprocessorOptions: { scss: { loadPaths: ["node_modules"], quietDeps: true } },
  },
  define: { __VERSION__: JSON.stringify(JSON.parse(readFileSync("package.json", "utf8")).version) },
});
