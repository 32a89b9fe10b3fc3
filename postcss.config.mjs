/** One CSS tool: Tailwind 4. Everything else (order of layers, design tokens) stands in app/globals.css. */
const config = { plugins: { '@tailwindcss/postcss': {} } };
export default config;
