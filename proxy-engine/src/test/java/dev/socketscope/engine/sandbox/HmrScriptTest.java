package dev.socketscope.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HmrScriptTest {
    private static final int STEPS = 400;

    private static List<Map<String, Object>> day(Project project, long seed) {
        HmrScript script = new HmrScript(project, new Random(seed));
        List<Map<String, Object>> messages = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            HmrScript.Step step = script.next(1_000 + i);
            assertThat(step.pause().toMillis()).isBetween(500L, 5_000L);
            messages.add(step.message());
        }
        return messages;
    }

    @Test
    void theSameSeedGivesTheSameDay() {
        assertThat(day(new Project(), 3)).isEqualTo(day(new Project(), 3)).isNotEqualTo(day(new Project(), 4));
    }

    @Test
    void aDayHasEveryKindOfMessage() {
        assertThat(day(new Project(), 5).stream().map(m -> m.get("type")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("update", "error", "prune", "custom");
    }

    @Test
    void anErrorIsFollowedByTheUpdateThatMendsIt() {
        List<Map<String, Object>> day = day(new Project(), 6);

        for (int i = 0; i < STEPS - 1; i++) {
            if ("error".equals(day.get(i).get("type"))) {
                String broken = Json.parse(Json.text(day.get(i))).at("/err/loc/file").asString();
                assertThat(Json.parse(Json.text(day.get(i + 1))).at("/updates/0/path").asString()).isEqualTo(broken);
            }
        }
    }

    @Test
    void aBrokenModuleAnswersWithItsErrorUntilItIsMended() {
        Project project = new Project();
        project.breakIt("/src/lib/format.js", 1);
        assertThat(project.module("/src/lib/format.js").orElseThrow().broken()).isTrue();
        assertThat(project.editedSince(0)).isEmpty();

        project.edit("/src/lib/format.js", 2);

        assertThat(project.module("/src/lib/format.js").orElseThrow().broken()).isFalse();
        assertThat(project.editedSince(1)).extracting(Project.Module::path).containsExactly("/src/lib/format.js");
    }
}
