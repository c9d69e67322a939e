import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The cache stays in the copy that a test works on: node_modules is shared.
export default defineConfig({ plugins: [react()], cacheDir: '.vite', clearScreen: false });
