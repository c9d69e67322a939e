package dev.socketscope.app.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.socketscope.app.controls.Ink;
import dev.socketscope.app.controls.InkLine;
import dev.socketscope.app.controls.Lines;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void givesEveryValueALineAndEveryClosingBracket() {
        assertThat(shown("{\"a\":1,\"b\":[true,null],\"c\":{},\"d\":[[]]}")).containsExactly("{", "  \"a\": 1,",
                "  \"b\": [",
                "    true,", "    null", "  ],", "  \"c\": {},", "  \"d\": [", "    []", "  ]", "}");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theLinesTogetherAreTheSameJson(long seed) {
        var random = new RandomJson(seed);
        for (int i = 0; i < 60; i++) {
            JsonNode document = random.document();
            String text = random.text(document);
            List<String> lines = shown(text);
            assertThat(JSON.readTree(String.join("\n", lines))).as(text).isEqualTo(document);
            assertThat(lines).as(text).hasSize(lineCount(document));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyLineKnowsItsPathAndItsValue(long seed) {
        var random = new RandomJson(seed);
        for (int i = 0; i < 30; i++) {
            JsonNode document = random.document();
            JsonLines lines = lines(random.text(document));
            List<Place> places = new ArrayList<>();
            places(document, "", places);
            for (int row = 0; row < places.size(); row++) {
                assertThat(lines.path(row)).isEqualTo(places.get(row).path());
                JsonNode value = JSON.readTree(lines.value(row));
                assertThat(value).as("row %d", row).isEqualTo(places.get(row).value());
            }
        }
    }

    @Test
    void namesOddKeysInBrackets() {
        JsonLines lines = lines("{\"updates\":[{\"path\":\"/a\"}],\"odd key\":{\"x\":1}}");
        assertThat(IntStream.range(0, 9).mapToObj(lines::path)).containsExactly("", "updates", "updates[0]",
                "updates[0].path", "updates[0]", "updates", "[\"odd key\"]", "[\"odd key\"].x", "[\"odd key\"]");
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void foldsHideWhatIsInside(long seed) {
        Random random = new Random(seed);
        var documents = new RandomJson(seed);
        for (int i = 0; i < 40; i++) {
            JsonLines lines = lines(documents.text(documents.document()));
            int all = (int) lines.count();
            for (int step = 0; step < 12; step++) {
                lines.toggle(random.nextInt((int) lines.count()));
                List<Integer> visible = visible(lines, all);
                assertThat(lines.count()).isEqualTo(visible.size());
                for (int row = 0; row < visible.size(); row++) {
                    assertThat(lines.lineOf(row)).isEqualTo(visible.get(row));
                    assertThat(lines.folds().rowOf(visible.get(row))).isEqualTo(row);
                }
            }
            lines.folds().unfoldAll();
            assertThat(lines.count()).isEqualTo(all);
        }
    }

    @Test
    void aFoldedContainerSaysHowMuchIsInIt() {
        JsonLines lines = lines("{\"a\":[1,2,3],\"b\":2}");
        lines.toggle(1);
        assertThat(text(lines)).containsExactly("{", "  \"a\": [ … ],  3 items", "  \"b\": 2", "}");
        assertThat(lines.gutter(1).fold()).isEqualTo(Lines.Fold.CLOSED);
        lines.folds().expose(3);
        assertThat(lines.count()).isEqualTo(8);
    }

    @Test
    void foldAllLeavesTheOutermostOpen() {
        JsonLines lines = lines("[[1],[2,[3]],4]");
        lines.folds().foldFrom(1);
        assertThat(text(lines)).containsExactly("[", "  [ … ],  1 item", "  [ … ],  2 items", "  4", "]");
    }

    @Test
    void takesSeveralValuesAndTheDigitsOfSocketIo() {
        assertThat(shown("{\"a\":1}\n{\"a\":2}\n")).containsExactly("{", "  \"a\": 1", "}", "{", "  \"a\": 2", "}");
        assertThat(shown("42[\"cursor\",{\"x\":1}]")).containsExactly("42[", "  \"cursor\",", "  {", "    \"x\": 1",
                "  }", "]");
        assertThat(lines("451-/chat,7[\"file\"]").line(0).text()).isEqualTo("451-/chat,7[");
    }

    @Test
    void saysWhereItStopsBeingJson() {
        JsonLines lines = lines("{\"a\":1,\n\"b\":[1,2,}");
        JsonIndex.Mistake wrong = lines.index().mistake();
        assertNotNull(wrong);
        assertThat(wrong.offset()).isBetween(17, 18);
        assertThat(wrong.line()).isEqualTo(2);
        assertThat(text(lines).getFirst()).isEqualTo("{");
        assertThat(text(lines).getLast()).contains("Unexpected character '}'").contains("byte");
        assertThat(lines.line(lines.count() - 1).runs().getFirst().ink()).isEqualTo(Ink.ERROR);
    }

    @Test
    void showsWhatIsThereOfJsonThatWasCutOff() {
        assertThat(shown("{\"a\":[1,{\"b\":\"hel")).startsWith("{", "  \"a\": [", "    1,", "    {");
    }

    @Test
    void cutsLongStringsAndSaysHowMuchMoreThereIs() {
        JsonLines lines = lines("[\"" + "x".repeat(10_000) + "\",1]");
        String line = lines.line(1).text();
        assertThat(line.length()).isBetween(JsonLines.CUT, JsonLines.CUT + 60);
        assertThat(line).contains("8,002 more bytes");
        assertThat(lines.value(1)).hasSize(10_002);
    }

    @Test
    void tellsInksApart() {
        InkLine line = lines("{\"k\":\"v\",\"n\":1,\"t\":true}").line(1);
        assertThat(line.runs()).extracting(InkLine.Run::ink).contains(Ink.KEY, Ink.STRING);
        assertThat(lines("{\"n\":-1.5}").line(1).runs()).extracting(InkLine.Run::ink).contains(Ink.NUMBER);
        assertThat(lines("{\"n\":null}").line(1).runs()).extracting(InkLine.Run::ink).contains(Ink.LITERAL);
    }

    @Test
    void marksBytesInTheirColumns() {
        String json = "{\"ключ\":\"значение и ещё\"}";
        JsonLines lines = lines(json);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        int at = json.substring(0, json.indexOf("ещё")).getBytes(StandardCharsets.UTF_8).length;
        assertThat(lines.rowOf(at)).isEqualTo(1);
        var span = lines.bytes(1, at, at + 6).getFirst();
        assertThat(lines.line(1).text().substring(span.start(), span.end())).isEqualTo("ещё");
        assertThat(lines.endByte(2)).isEqualTo(bytes.length);
    }

    @Test
    void copiesWhatIsSeen() {
        JsonLines lines = lines("{\"a\":[1,2]}");
        assertThat(lines.copy(lines.place(1, 2), lines.place(3, 5))).contains("\"a\": [\n    1,\n    2");
    }

    @Test
    void manyNestedContainersAreNoProblem() {
        int depth = 5_000;
        JsonLines lines = lines("[".repeat(depth) + "]".repeat(depth));
        assertThat(lines.index().mistake()).isNull();
        assertThat(lines.count()).isEqualTo(2 * depth - 1);
    }

    private record Place(String path, JsonNode value) {}

    /** In the order of the lines; closing brackets belong to their containers. */
    private static void places(JsonNode node, String path, List<Place> into) {
        into.add(new Place(path, node));
        if (node.isObject()) {
            node.properties().forEach(entry -> places(entry.getValue(), join(path, entry.getKey()), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                places(node.get(i), path + "[" + i + "]", into);
            }
        }
        if (node.isContainer() && !node.isEmpty()) {
            into.add(new Place(path, node));
        }
    }

    private static String join(String path, String key) {
        boolean plain = key.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*");
        return plain ? path.isEmpty() ? key : path + "." + key : path + "[" + JSON.writeValueAsString(key) + "]";
    }

    private static int lineCount(JsonNode node) {
        int inside = 0;
        for (JsonNode child : node) {
            inside += lineCount(child);
        }
        return 1 + inside + (node.isContainer() && !node.isEmpty() ? 1 : 0);
    }

    private static List<Integer> visible(JsonLines lines, int all) {
        JsonContainers containers = lines.index().containers();
        return IntStream.range(0, all).filter(line -> {
            int own = containers.at(line);
            boolean closes = own >= 0 && containers.openLine(own) != line;
            int around = closes ? own : containers.around(line);
            for (int c = around; c >= 0; c = containers.parent(c)) {
                if (lines.folds().isFolded(c)) {
                    return false;
                }
            }
            return true;
        }).boxed().toList();
    }

    private static List<String> shown(String json) {
        return text(lines(json));
    }

    private static List<String> text(JsonLines lines) {
        return IntStream.range(0, (int) lines.count()).mapToObj(row -> lines.line(row).text()).toList();
    }

    private static JsonLines lines(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        var index = new JsonIndex(bytes, Math.max(0, JsonPrefix.length(bytes)));
        index.run(() -> false);
        return new JsonLines(bytes, index);
    }
}
