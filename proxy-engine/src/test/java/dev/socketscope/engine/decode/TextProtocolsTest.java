package dev.socketscope.engine.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.stomp.DefaultStompFrame;
import io.netty.handler.codec.stomp.StompCommand;
import io.netty.handler.codec.stomp.StompFrame;
import io.netty.handler.codec.stomp.StompHeaders;
import io.netty.handler.codec.stomp.StompSubframeEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextProtocolsTest {
    /** From the specification of Socket.IO 5, and as socket.io 4 sends them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "42[\"chat\",{\"text\":\"hi\"}] | event chat {\"text\":\"hi\"}",
            "42/admin,13[\"delete\",7] | /admin event delete id 13 7", "43/admin,13[true] | /admin ack 13 [true]",
            "451-[\"file\",{\"_placeholder\":true,\"num\":0}] | event file {\"_placeholder\":true,\"num\":0} +1 attachment",
            "40{\"sid\":\"x\"} | connect {\"sid\":\"x\"}", "41 | disconnect", "2 | ping", "3 | pong",
            "2probe | ping probe",
            "44{\"message\":\"Not authorized\"} | connect error {\"message\":\"Not authorized\"}",
            "0{\"sid\":\"a\",\"pingInterval\":25000} | open {\"sid\":\"a\",\"pingInterval\":25000}"})
    void socketIoPacketsAreSaidInALine(String text, String summary) {
        Meaning meaning = Read.as(Format.SOCKET_IO, Read.text(text));

        assertThat(meaning.summary()).isEqualTo(summary);
        assertThat(meaning.whole()).isTrue();
    }

    @Test
    void aSocketIoEventShowsItsPartsAndItsAttachments() {
        Meaning meaning = Read.as(Format.SOCKET_IO, Read.text("452-/a,7[\"two\",{\"_placeholder\":true,\"num\":0}]"));

        assertThat(Read.json(meaning)).isEqualTo("{\"engine\":\"message\",\"socket\":\"event\",\"namespace\":\"/a\","
                + "\"id\":\"7\",\"attachments\":2,\"event\":\"two\",\"arguments\":[{\"_placeholder\":true,\"num\":0}]}");
        assertThat(meaning.notes()).containsExactly("2 attachments follow in binary messages of their own.");
    }

    @Test
    void version3OfEngineIoMarksItsAttachments() {
        var old = new Talk(null, "/socket.io/", "EIO=3&transport=websocket", "off");

        assertThat(Decoders.decode(Format.SOCKET_IO, old, Read.binary("04 01 02")).summary())
                .isEqualTo("attachment 2 B");
        assertThat(Read.as(Format.SOCKET_IO, Read.binary("04 01 02")).summary()).isEqualTo("attachment 3 B");
    }

    @Test
    void whatIsNotSocketIoIsShownAsItIs() {
        Meaning meaning = Read.as(Format.SOCKET_IO, Read.text("hello"));

        assertThat(meaning.summary()).isEqualTo("hello");
        assertThat(meaning.notes()).containsExactly("Not Engine.IO: a packet begins with a digit from 0 to 6.");
    }

    /** From the protocol documents of graphql-ws and of subscriptions-transport-ws. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"id\":\"3\",\"type\":\"next\",\"payload\":{\"data\":{\"hello\":\"world\"}}} | next id 3 {\"hello\":\"world\"}",
            "{\"type\":\"connection_init\"} | connection_init", "{\"type\":\"ka\"} | ka",
            "{\"id\":\"1\",\"type\":\"complete\"} | complete id 1",
            "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription OnMessage { message }\",\"variables\":{\"room\":1}}} | subscribe id 1 subscription OnMessage {\"room\":1}",
            "{\"id\":\"2\",\"type\":\"start\",\"payload\":{\"query\":\"{ hello }\"}} | start id 2 query",
            "{\"id\":\"4\",\"type\":\"error\",\"payload\":[{\"message\":\"no\"}]} | error id 4 [{\"message\":\"no\"}]"})
    void graphQlMessagesAreSaidInALine(String text, String summary) {
        assertThat(Read.as(Format.GRAPHQL, Read.text(text)).summary()).isEqualTo(summary);
    }

    @Test
    void aQueryOfSeveralLinesHasALineForEach() {
        Meaning meaning = Read.as(Format.GRAPHQL, Read.text(
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"subscription {\\n  message\\n}\"}}"));

        assertThat(Read.json(meaning)).contains("\"query\":[\"subscription {\",\"  message\",\"}\"]");
    }

    @Test
    void theBeginningOfALongGraphQlMessageTellsTypeAndId() {
        var part = new Message(Read.text("").direction(), true,
                "{\"id\":\"3\",\"type\":\"next\",\"payload\":{\"data\":{\"a".getBytes(StandardCharsets.UTF_8), false);

        assertThat(Read.as(Format.GRAPHQL, part).summary()).isEqualTo("next id 3 {\"data\":{\"a…");
    }

    @Test
    void stompFramesShowCommandDestinationAndBody() throws Exception {
        byte[] bytes = stomp(StompCommand.SEND, "/queue/orders", "{\"id\":1}");

        Meaning meaning = Read.as(Format.STOMP, Read.binary(bytes));

        assertThat(meaning.summary()).isEqualTo("SEND /queue/orders 8 B {\"id\":1}");
        assertThat(Read.json(meaning)).contains("\"command\":\"SEND\"", "\"destination\":\"/queue/orders\"",
                "\"odd:key\":\"two\\nlines\"", "\"body\":{\"id\":1}");
        assertThat(meaning.notes()).isEmpty();
    }

    @Test
    void severalStompFramesInOneMessageAreAllShown() throws Exception {
        var both = new ByteArrayOutputStream();
        both.write(stomp(StompCommand.MESSAGE, "/a", "one"));
        both.write('\n');
        both.write(stomp(StompCommand.MESSAGE, "/b", "two"));

        Meaning meaning = Read.as(Format.STOMP, Read.binary(both.toByteArray()));

        assertThat(meaning.summary()).isEqualTo("MESSAGE /a 3 B one and 1 more");
        assertThat(Read.json(meaning)).contains("\"body\":\"one\"", "\"body\":\"two\"");
    }

    @Test
    void aStompFrameThatGoesOnInTheNextMessageSaysSo() {
        Meaning meaning = Read.as(Format.STOMP, Read.text("SEND\ndestination:/a\ncontent-length:500\n\nbegin"));

        assertThat(meaning.notes()).containsExactly("Not STOMP to the end: no zero byte ends the frame, which may go on"
                + " in the next message.");
        assertThat(Read.json(meaning)).contains("\"body\":\"begin\"");
    }

    @Test
    void aLoneLineBreakIsStompsHeartBeat() {
        assertThat(Read.as(Format.STOMP, Read.text("\n")).summary()).isEqualTo("heart-beat");
    }

    @Test
    void hotReloadMessagesSayWhatTheyMeanToThePage() {
        Meaning meaning = Decoders.decode(Format.HOT_RELOAD, Read.talk("vite-hmr", "/"), Read.text(
                "{\"type\":\"update\",\"updates\":[{\"type\":\"js-update\",\"path\":\"/src/App.tsx\","
                        + "\"acceptedPath\":\"/src/App.tsx\",\"timestamp\":1}]}"));

        assertThat(meaning.summary()).isEqualTo("js-update /src/App.tsx");
        assertThat(Read.json(meaning)).startsWith("{\"dialect\":\"vite\",\"says\":[\"js-update /src/App.tsx\"]");
    }

    @Test
    void theFormatComesFromTheSubprotocolThePathOrTheText() {
        Message any = Read.text("{}");
        assertThat(Decoders.formatOf(Read.talk("graphql-transport-ws", "/g"), any)).contains(Format.GRAPHQL);
        assertThat(Decoders.formatOf(Read.talk("v12.stomp", "/ws"), any)).contains(Format.STOMP);
        assertThat(Decoders.formatOf(Read.talk("mqtt", "/"), Read.binary("c0 00"))).contains(Format.MQTT);
        assertThat(Decoders.formatOf(Read.talk("wamp.2.cbor", "/"), Read.binary("01"))).contains(Format.CBOR);
        assertThat(Decoders.formatOf(Read.talk(null, "/socket.io/"), Read.text("2"))).contains(Format.SOCKET_IO);
        assertThat(Decoders.formatOf(new Talk(null, "/ws", null, "webpack"), any)).contains(Format.HOT_RELOAD);
        assertThat(Decoders.formatOf(Talk.UNKNOWN, Read.text("42[\"a\"]"))).contains(Format.SOCKET_IO);
        assertThat(Decoders.formatOf(Talk.UNKNOWN, Read.text("CONNECTED\nversion:1.2\n\n\0"))).contains(Format.STOMP);
        assertThat(Decoders.formatOf(Talk.UNKNOWN, Read.text("{\"type\":\"connection_ack\"}")))
                .contains(Format.GRAPHQL);
        assertThat(Decoders.formatOf(Talk.UNKNOWN, Read.text("[1,2]"))).isEmpty();
        assertThat(Decoders.formatOf(Talk.UNKNOWN, any)).isEmpty();
    }

    private static byte[] stomp(StompCommand command, String destination, String body) {
        StompFrame frame = new DefaultStompFrame(command,
                Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        frame.headers().set(StompHeaders.DESTINATION, destination);
        frame.headers().set("odd:key", "two\nlines");
        frame.headers().setInt(StompHeaders.CONTENT_LENGTH, body.length());
        var channel = new EmbeddedChannel(new StompSubframeEncoder());
        channel.writeOutbound(frame);
        ByteBuf all = Unpooled.buffer();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.writeBytes(part);
            part.release();
        }
        return ByteBufUtil.getBytes(all);
    }
}
