package dev.socketscope.engine.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The little project that the dev server pretends to serve: modules that are edited, break and vanish. Safe for any thread. */
final class Project {
    private static final List<String> SCRIPTS = List.of("/src/components/Header.js", "/src/components/Counter.js",
            "/src/components/Chart.js", "/src/components/Sidebar.js", "/src/lib/format.js", "/src/lib/session.js");
    private static final List<String> STYLES = List.of("/src/styles/theme.css", "/src/styles/cards.css",
            "/src/styles/print.css");
    static final String ENTRY = "/src/main.js";

    private final SequencedMap<String, Module> modules = new LinkedHashMap<>();

    /**
     * One file of the project.
     *
     * @param revision 1 at the start, one more for every edit
     * @param editedAt milliseconds since the epoch, 0 before the first edit
     * @param broken whether it cannot be compiled at present
     * @param pruned whether nothing imports it at present
     */
    record Module(String path, int revision, long editedAt, boolean broken, boolean pruned) {
        boolean style() {
            return path.endsWith(".css");
        }
    }

    Project() {
        SCRIPTS.forEach(this::add);
        STYLES.forEach(this::add);
    }

    private void add(String path) {
        modules.put(path, new Module(path, 1, 0, false, false));
    }

    synchronized Optional<Module> module(String path) {
        return Optional.ofNullable(modules.get(path));
    }

    synchronized List<Module> modules() {
        return List.copyOf(modules.values());
    }

    /** Saves a good edit: the module compiles and is imported again. */
    synchronized Module edit(String path, long at) {
        return replace(path, at, false, false);
    }

    /** Saves an edit that does not compile. */
    synchronized Module breakIt(String path, long at) {
        return replace(path, at, true, false);
    }

    /** The last import of the module is gone. */
    synchronized Module prune(String path, long at) {
        return replace(path, at, false, true);
    }

    /** Modules edited after a moment that can be shown, oldest edit first. */
    synchronized List<Module> editedSince(long millis) {
        List<Module> edited = new ArrayList<>(modules.values());
        edited.removeIf(m -> m.editedAt() <= millis || m.broken() || m.pruned());
        edited.sort(Comparator.comparingLong(Module::editedAt));
        return edited;
    }

    private Module replace(String path, long at, boolean broken, boolean pruned) {
        Module old = modules.get(path);
        if (old == null) {
            throw new IllegalArgumentException("no module " + path);
        }
        Module changed = new Module(path, old.revision() + 1, at, broken, pruned);
        modules.put(path, changed);
        return changed;
    }

    /** What a broken module's compiler says. */
    static Map<String, Object> errorOf(Module module) {
        int line = 3 + module.revision() % 9;
        String frame = "  " + line + " | export const hue = ;\n    |                    ^";
        return Json.object("message", "Unexpected token (" + line + ":20)\n\n" + frame,
                "stack", "    at compile (sandbox/compiler.js:118:11)\n    at transform (sandbox/pipeline.js:52:24)\n"
                        + "    at async serve (sandbox/server.js:207:18)",
                "id", module.path(), "frame", frame, "plugin", "sandbox:compile",
                "loc", Json.object("file", module.path(), "line", line, "column", 20));
    }
}
