package dev.socketscope.engine.hmr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a script says of other modules, read as Vite reads it. Only what stands in the code counts, not what comments and strings say.
 *
 * @param acceptsItself whether it takes its own replacement
 * @param accepts the modules whose replacement it takes, as it names them: without the server's base
 * @param needs what it cannot run without
 * @param imports that, and what it may load later
 */
record ScriptFacts(boolean acceptsItself, Set<String> accepts, Set<String> needs, Set<String> imports) {
    static final ScriptFacts NONE = new ScriptFacts(false, Set.of(), Set.of(), Set.of());

    /** {@code acceptExports} is no full acceptance: who imports the other names has to be asked as well. */
    private static final Pattern ACCEPT = Pattern.compile("import\\.meta\\.hot\\??\\.accept\\s*\\(\\s*");
    private static final Pattern STATIC = Pattern.compile("(?<![.\\w$])(?:from|import)\\s*([\"'])");
    private static final Pattern DYNAMIC = Pattern.compile("(?<![.\\w$])import\\s*\\(\\s*([\"'`])");

    static ScriptFacts of(String text) {
        String code = ScriptText.codeOf(text);
        Set<String> needs = urls(STATIC, code, text);
        Set<String> imports = new LinkedHashSet<>(needs);
        imports.addAll(urls(DYNAMIC, code, text));
        boolean itself = false;
        Set<String> accepts = new LinkedHashSet<>();
        Matcher accept = ACCEPT.matcher(code);
        while (accept.find()) {
            List<String> named = named(code, text, accept.end());
            itself |= named.isEmpty() && !code.startsWith("[", accept.end());
            accepts.addAll(named);
        }
        return new ScriptFacts(itself, accepts, needs, imports);
    }

    /** The modules that the first argument names: a string or a list of strings. Any other argument, or none, names none. */
    private static List<String> named(String code, String text, int from) {
        List<String> names = new ArrayList<>();
        boolean list = code.startsWith("[", from);
        int at = list ? pastSeparators(code, from + 1) : from;
        while (at < code.length() && "\"'`".indexOf(code.charAt(at)) >= 0) {
            int end = code.indexOf(code.charAt(at), at + 1);
            if (end < 0) {
                break;
            }
            names.add(text.substring(at + 1, end));
            if (!list) {
                break;
            }
            at = pastSeparators(code, end + 1);
        }
        return names;
    }

    private static int pastSeparators(String code, int from) {
        int at = from;
        while (at < code.length() && " \t\r\n,".indexOf(code.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** URLs on the server itself; Vite writes every import of a module that it serves as one. */
    private static Set<String> urls(Pattern pattern, String code, String text) {
        Set<String> urls = new LinkedHashSet<>();
        Matcher each = pattern.matcher(code);
        while (each.find()) {
            int begin = each.end();
            int end = code.indexOf(each.group(1), begin);
            String url = end < 0 ? "" : text.substring(begin, end);
            if (url.startsWith("/") && !url.startsWith("//") && !url.contains("${")) {
                urls.add(ModuleTable.key(url));
            }
        }
        return urls;
    }
}
