package dev.socketscope.engine.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import tools.jackson.dataformat.cbor.CBORMapper;

/** Bytes that the formats' own libraries have written. */
class BinaryFormatsTest {
    private static byte[] messagePack() throws IOException {
        try (MessageBufferPacker out = MessagePack.newDefaultBufferPacker()) {
            out.packMapHeader(6);
            out.packString("type").packString("cursor");
            out.packString("at").packTimestamp(Instant.parse("2026-01-02T03:04:05Z"));
            out.packString("big").packBigInteger(new java.math.BigInteger("18446744073709551615"));
            out.packString("list").packArrayHeader(3).packDouble(1.5).packNil().packBoolean(true);
            out.packString("raw").packBinaryHeader(3).writePayload(new byte[]{1, 2, (byte) 0xFF});
            out.packInt(7).packExtensionTypeHeader((byte) 5, 2).writePayload(new byte[]{9, 8});
            return out.toByteArray();
        }
    }

    @Test
    void messagePackKeepsTimesBytesExtensionsAndKeysThatAreNoText() throws IOException {
        Meaning meaning = Read.as(Format.MESSAGE_PACK, Read.binary(messagePack()));

        assertThat(Read.json(meaning)).isEqualTo("{\"type\":\"cursor\",\"at\":\"2026-01-02T03:04:05Z\","
                + "\"big\":18446744073709551615,\"list\":[1.5,null,true],\"raw\":\"3 bytes: 01 02 ff\","
                + "\"7\":{\"extension 5\":\"2 bytes: 09 08\"}}");
        assertThat(meaning.whole()).isTrue();
        assertThat(meaning.notes()).isEmpty();
    }

    @Test
    void whatIsThereOfACutMessageIsShown() throws IOException {
        byte[] bytes = messagePack();
        var cut = new Message(Read.binary("").direction(), false, Arrays.copyOf(bytes, 40), false);

        Meaning meaning = Read.as(Format.MESSAGE_PACK, cut);

        assertThat(Read.json(meaning)).startsWith("{\"type\":\"cursor\",\"at\":\"2026-01-02T03:04:05Z\"");
        assertThat(meaning.whole()).isFalse();
        assertThat(meaning.notes()).containsExactly("Only the beginning of the message is known; reading ended there.");
    }

    @Test
    void anAnnouncedLengthThatIsNotThereAsksForNoMemory() {
        Meaning meaning = Read.as(Format.MESSAGE_PACK, Read.binary("c6 7fffffff 00"));

        assertThat(meaning.notes()).containsExactly(
                "Not MessagePack to the end: 2147483647 bytes are announced and 1 follow.");
    }

    @Test
    void severalValuesOfMessagePackBecomeAnArray() {
        Meaning meaning = Read.as(Format.MESSAGE_PACK, Read.binary("01 a161 93 010203"));

        assertThat(Read.json(meaning)).isEqualTo("[1,\"a\",[1,2,3]]");
        assertThat(meaning.notes()).containsExactly("Several values one after the other, shown as an array.");
    }

    /** From Appendix A of RFC 8949. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"1b ffffffffffffffff | 18446744073709551615",
            "c2 49 010000000000000000 | 18446744073709551616", "f9 7e00 | `\"NaN\"`", "f9 3c00 | 1.0",
            "a2 61 61 01 61 62 82 02 03 | {\"a\":1,\"b\":[2,3]}", "a2 01 02 03 04 | {\"1\":2,\"3\":4}",
            "9f 01 82 02 03 9f 04 05 ff ff | [1,[2,3],[4,5]]", "c1 1a 514b67b0 | {\"tag 1\":1363896240}",
            "44 01020304 | \"4 bytes: 01 02 03 04\"", "5f 42 0102 43 030405 ff | \"5 bytes: 01 02 03 04 05\"",
            "d9d9f7 83 01 02 03 | [1,2,3]"})
    void cborReadsTheExamplesOfItsRfc(String hex, String json) {
        Meaning meaning = Read.as(Format.CBOR, Read.binary(hex));

        assertThat(Read.json(meaning)).isEqualTo(json);
        assertThat(meaning.whole()).isTrue();
    }

    @Test
    void cborThatEndsTooSoonSaysSo() {
        Meaning meaning = Read.as(Format.CBOR, Read.binary("a2 61 61 01 61 62 82 02"));

        assertThat(Read.json(meaning)).isEqualTo("{\"a\":1,\"b\":[2]}");
        assertThat(meaning.notes()).hasSize(1).first().asString().startsWith("Not CBOR to the end:");
    }

    @Test
    void protobufShowsFieldsByNumberAndSaysWhatIsGuessed() {
        byte[] bytes = Address.newBuilder()
                .setSocketAddress(SocketAddress.newBuilder().setAddress("127.0.0.1").setPortValue(8080))
                .build()
                .toByteArray();

        Meaning meaning = Read.as(Format.PROTOBUF, Read.binary(bytes));

        assertThat(Read.json(meaning)).isEqualTo(
                "{\"1 message?\":{\"2 string?\":\"127.0.0.1\",\"3 varint\":8080}}");
        assertThat(meaning.notes()).first().asString().contains("a type with a ? is a guess");
        assertThat(meaning.whole()).isTrue();
    }

    @Test
    void protobufFindsNestedMessagesNumbersAndRepeatedFields() {
        byte[] bytes = Struct.newBuilder()
                .putFields("sizes", Value.newBuilder()
                        .setListValue(ListValue.newBuilder()
                                .addValues(Value.newBuilder().setNumberValue(2.5))
                                .addValues(
                                        Value.newBuilder().setStringValue("a longer text than thirty-two characters")))
                        .build())
                .build()
                .toByteArray();

        assertThat(Read.json(Read.as(Format.PROTOBUF, Read.binary(bytes)))).isEqualTo(
                "{\"1 message?\":{\"1 string?\":\"sizes\",\"2 message?\":{\"6 message?\":{\"1 message?\":["
                        + "{\"2 double?\":2.5},{\"3 string?\":\"a longer text than thirty-two characters\"}]}}}}");
    }

    @Test
    void protobufThatBreaksOffKeepsWhatWasRead() {
        Meaning meaning = Read.as(Format.PROTOBUF, Read.binary("08 96 01 12 20 61"));

        assertThat(Read.json(meaning)).isEqualTo("{\"1 varint\":150}");
        assertThat(meaning.notes()).last().asString().startsWith("Not Protobuf to the end:");
    }

    @Test
    void formatsAreToldApartByTheirBytes() throws IOException {
        byte[] cbor = new CBORMapper().writeValueAsBytes(Map.of("type", "move", "to", List.of(1, 2)));
        byte[] protobuf = Struct.newBuilder()
                .putFields("a", Value.newBuilder().setStringValue("b").build())
                .build()
                .toByteArray();

        assertThat(guess(Read.binary(messagePack().clone()))).isEmpty();
        assertThat(guess(Read.binary("82 a4 74797065 a4 6d6f7665 a2 746f 92 01 02"))).contains(Format.MESSAGE_PACK);
        assertThat(guess(Read.binary(cbor))).contains(Format.CBOR);
        assertThat(guess(Read.binary(protobuf))).contains(Format.PROTOBUF);
    }

    @Test
    void imagesAndArchivesAreNoneOfThem() {
        assertThat(guess(Read.binary("89 50 4e 47 0d 0a 1a 0a 00 00 00 0d 49 48 44 52"))).isEmpty();
        assertThat(guess(Read.binary("ff d8 ff e0 00 10 4a 46 49 46 00 01"))).isEmpty();
        assertThat(guess(Read.binary("1f 8b 08 00 00 00 00 00 00 03 4b 4c"))).isEmpty();
        assertThat(guess(Read.binary("00 01 02 03 04 05 06 07"))).isEmpty();
        assertThat(guess(Read.binary("01"))).isEmpty();
    }

    private static Optional<Format> guess(Message message) {
        return Decoders.formatOf(Talk.UNKNOWN, message);
    }
}
