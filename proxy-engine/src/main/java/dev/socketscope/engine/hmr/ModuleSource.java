package dev.socketscope.engine.hmr;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What matters of a module as a dev server serves it. Time stamps in its imports change whenever an imported module was hot-replaced,
 * and the source map with them; neither changes what the module does.
 *
 * @param digest of the source without what does not matter
 * @param accepts whether it takes its own replacement
 * @param dependencies the version of the pre-bundled dependencies that it imports; empty when none
 */
record ModuleSource(long digest, boolean accepts, String dependencies) {
    private static final Pattern TIME_STAMP = Pattern.compile("([?&])t=\\d{10,16}(&?)");
    private static final Pattern SOURCE_MAP = Pattern.compile("\\n?//# sourceMappingURL=data:\\S*");
    private static final Pattern STYLE_MAP = Pattern.compile("\\n?/\\*# sourceMappingURL=data:\\S*\\s*\\*/");
    private static final Pattern VERSION = Pattern.compile("/deps/[^\"'\\s]*\\?v=([0-9a-f]+)");
    private static final String ACCEPT = "import.meta.hot.accept(";

    static ModuleSource of(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        Matcher version = VERSION.matcher(text);
        boolean accepts = text.contains(ACCEPT + ")") || text.contains(ACCEPT + "(")
                || Pattern.compile(Pattern.quote(ACCEPT) + "\\s*(function|\\w+\\s*=>|async|\\(|\\))")
                        .matcher(text)
                        .find()
                || text.contains("import.meta.hot.acceptExports(") || text.contains("$RefreshReg$")
                || text.contains("__vite__updateStyle(");
        return new ModuleSource(digest(normal(text)), accepts, version.find() ? version.group(1) : "");
    }

    static String normal(String text) {
        String plain = STYLE_MAP.matcher(SOURCE_MAP.matcher(text).replaceAll("")).replaceAll("");
        return TIME_STAMP.matcher(plain)
                .replaceAll(m -> m.group(2).isEmpty() ? "" : Matcher.quoteReplacement(m.group(1)));
    }

    /** FNV-1a, 64 bits: nobody attacks a digest that only decides whether a page reloads. */
    private static long digest(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
