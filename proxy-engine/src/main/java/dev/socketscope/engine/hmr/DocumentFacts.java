package dev.socketscope.engine.hmr;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an HTML document loads: scripts, style sheets, and what the scripts within it import. */
final class DocumentFacts {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern SCRIPT = Pattern.compile("<script\\b([^>]*)>(.*?)</script", Pattern.CASE_INSENSITIVE
            | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("<link\\b([^>]*)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TARGET = Pattern.compile("\\b(?:src|href)\\s*=\\s*[\"']?(/(?!/)[^\"'\\s>]*)");

    private DocumentFacts() {}

    static ScriptFacts of(String html) {
        Set<String> urls = new LinkedHashSet<>();
        String shown = COMMENT.matcher(html).replaceAll("");
        Matcher script = SCRIPT.matcher(shown);
        while (script.find()) {
            if (!script.group(1).contains("nomodule")) {
                addTarget(script.group(1), urls);
            }
            urls.addAll(ScriptFacts.of(script.group(2)).imports());
        }
        Matcher link = LINK.matcher(shown);
        while (link.find()) {
            if (link.group(1).contains("stylesheet")) {
                addTarget(link.group(1), urls);
            }
        }
        return new ScriptFacts(false, Set.of(), urls, urls);
    }

    private static void addTarget(String attributes, Set<String> urls) {
        Matcher target = TARGET.matcher(attributes);
        if (target.find()) {
            urls.add(ModuleTable.key(target.group(1)));
        }
    }
}
