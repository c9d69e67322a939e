package dev.socketscope.engine.sandbox;

import dev.socketscope.engine.sandbox.Project.Module;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A developer's day in small: edits the project and says what a dev server tells its pages about it, in Vite's dialect
 * (message shapes as its client expects them). The same random generator gives the same day. Not safe for several threads.
 */
final class HmrScript {
    private final Project project;
    private final RandomGenerator random;
    private @Nullable String broken;
    private int builds;

    /**
     * One edit.
     *
     * @param message to every connected page
     * @param pause until the next edit
     */
    record Step(Map<String, Object> message, Duration pause) {}

    HmrScript(Project project, RandomGenerator random) {
        this.project = project;
        this.random = random;
    }

    /** @param now milliseconds since the epoch, the edit's timestamp */
    Step next(long now) {
        if (broken != null) {
            String path = broken;
            broken = null;
            return new Step(update(List.of(project.edit(path, now))), pause(1_500, 4_000));
        }
        int dice = random.nextInt(100);
        if (dice < 12) {
            return breakOne(now);
        }
        if (dice < 20) {
            return new Step(Map.of("type", "prune", "paths", List.of(project.prune(pick(true), now).path())),
                    pause(1_500, 4_000));
        }
        if (dice < 30) {
            return new Step(buildStatistics(), pause(800, 2_500));
        }
        return edits(dice < 55, now);
    }

    /** Vite's update message for modules that have just changed. */
    static Map<String, Object> update(List<Module> changed) {
        return Json.object("type", "update", "updates", changed.stream().map(HmrScript::entry).toList());
    }

    private Step edits(boolean styles, long now) {
        int wanted = 1 + random.nextInt(3);
        Set<String> paths = new LinkedHashSet<>();
        for (int i = 0; i < wanted; i++) {
            paths.add(pick(styles));
        }
        return new Step(update(paths.stream().map(p -> project.edit(p, now)).toList()), pause(1_500, 5_000));
    }

    private Step breakOne(long now) {
        Module module = project.breakIt(pick(false), now);
        broken = module.path();
        return new Step(Json.object("type", "error", "err", Project.errorOf(module)), pause(2_000, 4_000));
    }

    private Map<String, Object> buildStatistics() {
        builds++;
        return Json.object("type", "custom", "event", "sandbox:build", "data", Json.object("build", builds, "modules",
                project.modules().size(), "millis", 12 + random.nextInt(140), "warnings", random.nextInt(3)));
    }

    private static Map<String, Object> entry(Module module) {
        return Json.object("type", module.style() ? "css-update" : "js-update", "timestamp", module.editedAt(), "path",
                module.path(), "acceptedPath", module.path(), "explicitImportRequired", false,
                "isWithinCircularImport", false);
    }

    private String pick(boolean style) {
        List<String> paths = project.modules().stream().filter(m -> m.style() == style).map(Module::path).toList();
        return paths.get(random.nextInt(paths.size()));
    }

    private Duration pause(int fromMillis, int toMillis) {
        return Duration.ofMillis(random.nextInt(fromMillis, toMillis));
    }
}
