package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuideDialectTest {
    private final GuideDialect dialect = new GuideDialect();

    private List<HmrFact> read(String message) {
        return dialect.read(Direction.TO_CLIENT, Transcript.json(message));
    }

    @Test
    void eachTypeOfTheDialect() {
        assertThat(read("{\"type\":\"connected\"}")).containsExactly(new HmrFact.Connected(""));
        assertThat(read("{\"type\":\"update\",\"path\":\"/a.js\",\"timestamp\":7}")).containsExactly(
                new HmrFact.Built(""), new HmrFact.Update("update", "/a.js", "/a.js", 7));
        assertThat(read("{\"type\":\"update\",\"path\":\"/a.js\",\"acceptedPath\":\"/b.js\",\"timestamp\":7}"))
                .contains(new HmrFact.Update("update", "/a.js", "/b.js", 7));
        assertThat(read("{\"type\":\"full-reload\",\"path\":\"/index.html\"}"))
                .containsExactly(new HmrFact.FullReload("/index.html"));
        assertThat(read("{\"type\":\"prune\",\"path\":\"/a.js\"}"))
                .containsExactly(new HmrFact.Prune(List.of("/a.js")));
        assertThat(read("{\"type\":\"prune\",\"paths\":[\"/a.js\",\"/b.js\"]}"))
                .containsExactly(new HmrFact.Prune(List.of("/a.js", "/b.js")));
        assertThat(read("{\"type\":\"error\",\"err\":{\"message\":\"bad at /a.js:3:4\",\"stack\":\"s\"}}"))
                .containsExactly(new HmrFact.Failed(new BuildProblem("bad at /a.js:3:4", "/a.js", 3, 4, "", "s")));
        assertThat(read("{\"type\":\"custom\",\"event\":\"x\",\"data\":1}")).isEmpty();
    }

    @Test
    void updatesInTheFormOfViteAreUnderstood() {
        assertThat(read("{\"type\":\"update\",\"updates\":[{\"type\":\"css-update\",\"path\":\"/a.css\","
                + "\"acceptedPath\":\"/a.css\",\"timestamp\":5}]}"))
                .containsExactly(new HmrFact.Built(""), new HmrFact.Update("css-update", "/a.css", "/a.css", 5));
    }

    @Test
    void aPingOfThePageIsAnsweredAndASyncIsLeftToTheServer() {
        assertThat(dialect.read(Direction.TO_UPSTREAM, Transcript.json("{\"type\":\"ping\"}")))
                .containsExactly(new HmrFact.PagePing("{\"type\":\"pong\"}"));
        assertThat(dialect.read(Direction.TO_UPSTREAM, Transcript.json("{\"type\":\"sync\",\"since\":1}"))).isEmpty();
        assertThat(dialect.afterGap()).isEqualTo(HmrDialect.GapRule.SYNC);
    }
}
