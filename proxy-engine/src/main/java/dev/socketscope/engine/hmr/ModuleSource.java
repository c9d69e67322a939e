package dev.socketscope.engine.hmr;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What matters of a module as a dev server serves it. Time stamps in its imports change whenever an imported module was hot-replaced,
 * and the source map with them; neither changes what the module does.
 *
 * @param digest of the source without what does not matter
 * @param facts what it says of other modules
 * @param bundled the pre-bundled dependencies that it imports, and the version of each
 * @param base the path under which the server serves everything, with a slash at the end; empty when it cannot be told
 */
record ModuleSource(long digest, ScriptFacts facts, Map<String, String> bundled, String base) {
    private static final Pattern TIME_STAMP = Pattern.compile("([?&])t=\\d{10,16}(&?)");
    private static final Pattern SOURCE_MAP = Pattern.compile("\\n?//# sourceMappingURL=data:\\S*");
    private static final Pattern STYLE_MAP = Pattern.compile("\\n?/\\*# sourceMappingURL=data:\\S*\\s*\\*/");
    private static final Pattern BUNDLED = Pattern.compile("[\"']([^\"'\\s?]*/deps/[^\"'\\s?]*)\\?v=([0-9a-f]+)");
    /** Takes a name out of a bundled dependency. Vite writes these in any order, another one each time. */
    private static final Pattern INTEROP = Pattern.compile("const [^;\\n]*\\b__vite__cjsImport\\d[^;\\n]*;");
    private static final Pattern CLIENT = Pattern.compile("[\"'=](/(?:[^\"'=\\s>]*/)?)@vite/client\\b");

    static ModuleSource of(byte[] body, ModuleTable.Kind kind) {
        String text = normal(new String(body, StandardCharsets.UTF_8));
        ScriptFacts facts = switch (kind) {
            case SCRIPT -> ScriptFacts.of(text);
            case STYLE -> ScriptFacts.NONE;
            case DOCUMENT -> DocumentFacts.of(text);
        };
        Map<String, String> bundled = new HashMap<>();
        Matcher each = BUNDLED.matcher(text);
        while (each.find()) {
            bundled.put(each.group(1), each.group(2));
        }
        Matcher client = CLIENT.matcher(text);
        return new ModuleSource(digest(inOrder(text)), facts, bundled, client.find() ? client.group(1) : "");
    }

    /** Whether each dependency that both import has the same version: a page cannot hold two of one. */
    boolean agrees(ModuleSource other) {
        return bundled.entrySet()
                .stream()
                .allMatch(d -> d.getValue()
                        .equals(other.bundled.getOrDefault(d.getKey(), d.getValue())));
    }

    /** The source without what does not matter. */
    private static String normal(String text) {
        String plain = STYLE_MAP.matcher(SOURCE_MAP.matcher(text).replaceAll("")).replaceAll("");
        return TIME_STAMP.matcher(plain)
                .replaceAll(m -> m.group(2).isEmpty() ? "" : Matcher.quoteReplacement(m.group(1)));
    }

    private static String inOrder(String text) {
        String interop = INTEROP.matcher(text).results().map(MatchResult::group).sorted().collect(Collectors.joining());
        return interop.isEmpty() ? text : INTEROP.matcher(text).replaceAll("") + interop;
    }

    /** FNV-1a, 64 bits: nobody attacks a digest that only decides whether a page reloads. */
    static long digest(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
