package dev.socketscope.engine.sandbox;

import java.util.stream.Collectors;

/** The text of the project's modules; a module's revision decides what it says, so each edit can be seen on the page. */
final class ModuleSource {
    private static final int HUE_STEP = 47;

    private ModuleSource() {}

    /** Source of one module, JavaScript or CSS. */
    static String of(Project.Module module) {
        return module.style() ? style(module) : script(module);
    }

    /** The module that imports all others: it exports their paths. */
    static String entry(Project project) {
        String paths = project.modules()
                .stream()
                .filter(m -> !m.pruned())
                .map(m -> "  \"" + m.path() + "\",\n")
                .collect(Collectors.joining());
        return "// What the page shows.\nexport const modules = [\n" + paths + "];\n";
    }

    private static String script(Project.Module module) {
        int hue = hue(module);
        return """
                // %s, revision %d
                export const revision = %d;
                export const hue = %d;
                export const label = "%s";
                """.formatted(module.path(), module.revision(), module.revision(), hue, label(module));
    }

    private static String style(Project.Module module) {
        String name = name(module.path());
        return """
                /* %s, revision %d */
                :root {
                  --%s-revision: %d;
                  --%s-hue: %d;
                }
                """.formatted(module.path(), module.revision(), name, module.revision(), name, hue(module));
    }

    private static int hue(Project.Module module) {
        return Math.floorMod(module.path().hashCode() + module.revision() * HUE_STEP, 360);
    }

    private static String label(Project.Module module) {
        return switch (name(module.path())) {
            case "Header" -> "greets in " + pick(module, "English", "Polish", "Welsh", "Finnish", "Basque");
            case "Counter" -> "counts in steps of " + (1 + module.revision() % 7);
            case "Chart" -> "draws the last " + (30 + module.revision() % 5 * 15) + " seconds";
            case "Sidebar" -> pick(module, "open", "folded", "open, with labels") + " on wide screens";
            case "format" -> "rounds to " + (1 + module.revision() % 4) + " digits";
            default -> "keeps a session for " + (10 + module.revision() % 6 * 5) + " minutes";
        };
    }

    private static String pick(Project.Module module, String... words) {
        return words[module.revision() % words.length];
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }
}
