package dev.socketscope.engine.hmr;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who imports whom on a page, and so who can take the replacement of a module. A change climbs from importer to importer, as in Vite,
 * until each way up has met a module that accepts; a way that ends without one leaves only a reload.
 *
 * <pre>
 *   index.html ◄─ main.jsx ◄─ App.jsx (accepts itself) ◄─ util.js ◄─ words.js: has changed
 *                                └─ the update names App.jsx
 * </pre>
 */
final class ModuleGraph {
    private final Map<String, ModuleTable.Entry> entries;
    private final Map<String, Set<String>> importers = new LinkedHashMap<>();
    private final String base;

    /** @param entries by URL */
    ModuleGraph(Map<String, ModuleTable.Entry> entries) {
        this.entries = entries;
        this.base = entries.values()
                .stream()
                .map(e -> e.source().base())
                .filter(b -> !b.isEmpty())
                .findFirst()
                .orElse("/");
        entries.forEach((url, entry) -> {
            for (String imported : entry.source().facts().imports()) {
                // A module of React imports itself to look at its own exports.
                if (!imported.equals(url)) {
                    importers.computeIfAbsent(imported, _ -> new LinkedHashSet<>()).add(url);
                }
            }
        });
    }

    /** A module without which the page cannot have run, although it is not known. */
    Optional<String> missing() {
        return entries.values()
                .stream()
                .flatMap(e -> e.source().facts().needs().stream())
                .filter(url -> ModuleTable.mayChange(url) && !entries.containsKey(url))
                .findFirst();
    }

    boolean isImported(String url) {
        return importers.containsKey(url);
    }

    /**
     * Finds the replacements that bring a change onto the page.
     *
     * @return false when there are none: the page has to be loaded anew
     */
    boolean accept(String changed, Set<ModuleChange> into) {
        return climb(changed, new ArrayDeque<>(), new HashSet<>(), into);
    }

    private boolean climb(String url, Deque<String> chain, Set<String> seen, Set<ModuleChange> into) {
        if (!seen.add(url)) {
            return true;
        }
        ModuleTable.Entry entry = entries.get(url);
        if (entry == null) {
            return false;
        }
        chain.push(url);
        boolean accepted = true;
        if (entry.kind() == ModuleTable.Kind.STYLE || entry.source().facts().acceptsItself()) {
            into.add(change(url, url, entry, chain));
        } else {
            accepted = climbOn(url, entry, chain, seen, into);
        }
        chain.pop();
        return accepted;
    }

    private boolean climbOn(String url, ModuleTable.Entry entry, Deque<String> chain, Set<String> seen,
            Set<ModuleChange> into) {
        Set<String> above = importers.getOrDefault(url, Set.of());
        for (String importer : above) {
            ModuleTable.Entry by = entries.get(importer);
            if (by != null && by.source().facts().accepts().contains(named(url))) {
                chain.push(importer);
                into.add(change(importer, url, entry, chain));
                chain.pop();
            } else if (!chain.contains(importer) && !climb(importer, chain, seen, into)) {
                return false;
            }
        }
        return !above.isEmpty();
    }

    private ModuleChange change(String by, String accepted, ModuleTable.Entry entry, Deque<String> chain) {
        return new ModuleChange(named(by), named(accepted), entry.kind() == ModuleTable.Kind.STYLE,
                !named(accepted).equals(withoutBase(accepted)), inCircle(by, chain));
    }

    /** Whether a module that leads to this one is also imported on the way up from it. */
    private boolean inCircle(String from, Deque<String> chain) {
        Set<String> above = new HashSet<>();
        Deque<String> left = new ArrayDeque<>();
        left.push(from);
        while (!left.isEmpty()) {
            for (String importer : importers.getOrDefault(left.pop(), Set.of())) {
                if (above.add(importer)) {
                    left.push(importer);
                }
            }
        }
        return chain.stream().anyMatch(above::contains);
    }

    /** The name by which pages and server call a module. */
    private String named(String url) {
        return ModuleTable.withoutParameter(withoutBase(url), "import");
    }

    private String withoutBase(String url) {
        return url.startsWith(base) ? "/" + url.substring(base.length()) : url;
    }
}
