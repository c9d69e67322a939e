package dev.socketscope.engine.hmr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is no whole message says nothing, and no dialect stumbles over what it does not expect. */
class HmrMessagesTest {
    private static final int MUTATIONS = 20_000;
    private static final int SHORT = 300;

    private static List<Transcript.Said> everything() {
        return Transcript.TOOLS.stream().flatMap(tool -> Transcript.of(tool).all().stream()).toList();
    }

    private static List<HmrDialect> dialects() {
        return List.of(new ViteDialect(), new WebpackDialect(), new NextDialect(), new ParcelDialect(),
                new GuideDialect());
    }

    @Test
    void aMessageThatIsCutOffSaysNothing() {
        Random random = new Random(11);
        for (Transcript.Said said : everything()) {
            byte[] text = HmrMessages.write(said.message()).getBytes(StandardCharsets.UTF_8);
            assertThat(HmrMessages.parse(text)).isPresent();
            for (int length = 0; length < text.length; length++) {
                if (length < SHORT || random.nextInt(40) == 0) {
                    assertThat(HmrMessages.parse(Arrays.copyOf(text, length))).as("%d bytes of %s", length, said)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void whatIsNoJsonObjectSaysNothing() {
        for (String text : List.of("", " ", "[]", "[{\"type\":\"update\"}]", "\"update\"", "7", "null", "{]",
                "{\"a\":1}}",
                "{\"a\":1} {", "{a:1}", "{\"a\":" + "[".repeat(100_000))) {
            assertThat(HmrMessages.parse(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text.substring(0, Math.min(20, text.length())))
                    .isEmpty();
        }
        assertThat(HmrMessages.parse(new byte[]{'{', '"', (byte) 0xff, '"', ':', '1', '}'})).isEmpty();
        byte[] tooLong = ("{\"a\":\"" + "x".repeat(1 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(HmrMessages.parse(tooLong)).as("longer than is looked at").isEmpty();
    }

    @Test
    void randomBytesNeverThrow() {
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            bytes[0] = '{';
            assertThat(HmrMessages.parse(bytes).map(JsonNode::isObject).orElse(true)).as("seed %d", seed).isTrue();
        }
    }

    /** Real messages, of which one value is another than any server would send. */
    @Test
    void noDialectStumblesOverAnUnexpectedValue() {
        List<Transcript.Said> said = everything();
        int facts = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            Random random = new Random(seed);
            JsonNode message = said.get(random.nextInt(said.size())).message().deepCopy();
            mutate(message, random);
            for (HmrDialect dialect : dialects()) {
                for (Direction direction : Direction.values()) {
                    try {
                        facts += dialect.read(direction, message).size();
                    } catch (RuntimeException e) {
                        throw new AssertionError("seed " + seed + ": " + dialect.wireName() + " on " + message, e);
                    }
                }
            }
        }
        assertThat(facts).as("the messages are still understood now and then").isGreaterThan(MUTATIONS / 4);
    }

    private static void mutate(JsonNode message, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(message, containers);
        JsonNodeFactory make = JsonNodeFactory.instance;
        JsonNode[] odd = {make.nullNode(), make.numberNode(-1), make.numberNode(1e300), make.booleanNode(true),
                make.stringNode(""), make.stringNode("99999999999:1"), make.arrayNode(), make.objectNode(),
                make.arrayNode().add(make.nullNode())};
        JsonNode value = odd[random.nextInt(odd.length)];
        switch (containers.get(random.nextInt(containers.size()))) {
            case ObjectNode object when !object.isEmpty() -> {
                List<String> names = new ArrayList<>(object.propertyNames());
                object.set(names.get(random.nextInt(names.size())), value);
            }
            case ArrayNode array when !array.isEmpty() -> array.set(random.nextInt(array.size()), value);
            default -> {
                // An empty one has nothing to change.
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        if (node.isContainer()) {
            into.add(node);
            node.forEach(child -> collect(child, into));
        }
    }
}
