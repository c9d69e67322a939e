package dev.socketscope.engine.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.socketscope.engine.api.Direction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever the bytes are, every decoder answers with a document that is JSON, and with a line. */
class AnyBytesTest {
    private static final long SEED = 20_261_126;
    private static final List<byte[]> SEEDS = List.of(HexFormat.of().parseHex("82a474797065a46d6f7665a2746f920102"),
            HexFormat.of().parseHex("a26474797065646d6f766562746f820102"),
            HexFormat.of().parseHex("0a1a0a0b3132372e302e302e31121074"),
            HexFormat.of().parseHex("101500044d51545404c2001e000770726f62652d31"),
            HexFormat.of().parseHex("32190009736e736f72732f31002a7b2263656c73697573223a32317d"),
            "42/admin,13[\"delete\",7]".getBytes(StandardCharsets.UTF_8),
            "{\"id\":\"3\",\"type\":\"next\",\"payload\":{}}".getBytes(StandardCharsets.UTF_8),
            "SEND\ndestination:/a\ncontent-length:5\n\nhello\0".getBytes(StandardCharsets.UTF_8));

    @ParameterizedTest
    @EnumSource(Format.class)
    void everyDecoderAnswers(Format format) {
        var random = new Random(SEED);
        for (int i = 0; i < 4_000; i++) {
            byte[] bytes = bytes(random);
            var message = new Message(Direction.TO_CLIENT, random.nextBoolean(), bytes, random.nextBoolean());
            assertThatCode(() -> check(Decoders.decode(format, Talk.UNKNOWN, message), message))
                    .as("seed %d, %s", SEED, HexFormat.of().formatHex(bytes))
                    .doesNotThrowAnyException();
        }
    }

    private static void check(Meaning meaning, Message message) {
        assertThat(new JsonMapper().readTree(meaning.json())).isNotNull();
        assertThat(meaning.summary().length()).isLessThanOrEqualTo(Meaning.SUMMARY_CHARS);
        assertThat(meaning.summary().chars()).noneMatch(c -> c < 0x20);
        assertThat(meaning.whole() || !meaning.notes().isEmpty()).isTrue();
        Decoders.formatOf(Talk.UNKNOWN, message);
    }

    /** Nonsense, or something that makes sense with some of it cut off or changed. */
    private static byte[] bytes(Random random) {
        if (random.nextInt(4) == 0) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            return bytes;
        }
        byte[] seed = SEEDS.get(random.nextInt(SEEDS.size()));
        byte[] bytes = Arrays.copyOf(seed, 1 + random.nextInt(seed.length + 4));
        for (int i = random.nextInt(4); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"MESSAGE_PACK", "CBOR", "PROTOBUF"})
    void depthAndNumberOfValuesAreBounded(Format format) {
        byte[] deep = new byte[100_000];
        Arrays.fill(deep, format == Format.MESSAGE_PACK ? (byte) 0x91 : format == Format.CBOR ? (byte) 0x81 : 0x0B);
        byte[] many = new byte[200_000];
        Arrays.fill(many, format == Format.PROTOBUF ? (byte) 0x08 : (byte) 0x01);

        assertThat(Read.as(format, Read.binary(deep)).notes()).last().asString().contains("levels");
        assertThat(Read.as(format, Read.binary(many)).notes()).last()
                .asString()
                .contains("More than 20000 values: the rest is left out.");
    }
}
