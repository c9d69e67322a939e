package dev.socketscope.engine.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Packets that Netty's MQTT has written. */
class MqttTest {
    private static MqttMessage connect(MqttVersion version) {
        return MqttMessageBuilders.connect()
                .protocolVersion(version)
                .clientId("probe-1")
                .keepAlive(30)
                .cleanSession(true)
                .username("me")
                .password("secret".getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static MqttMessage publish(MqttProperties properties) {
        return MqttMessageBuilders.publish()
                .topicName("sensors/1")
                .qos(MqttQoS.AT_LEAST_ONCE)
                .messageId(42)
                .properties(properties)
                .payload(Unpooled.copiedBuffer("{\"celsius\":21}", StandardCharsets.UTF_8))
                .build();
    }

    /** The encoder has to have seen a CONNECT to know the version. */
    private static byte[] encode(MqttVersion version, MqttMessage message) {
        var channel = new EmbeddedChannel(MqttEncoder.INSTANCE);
        channel.writeOutbound(connect(version));
        channel.releaseOutbound();
        channel.writeOutbound(message);
        ByteBuf out = channel.readOutbound();
        byte[] bytes = ByteBufUtil.getBytes(out);
        out.release();
        return bytes;
    }

    @Test
    void connectShowsWhoComesAndKeepsThePasswordToItself() {
        for (MqttVersion version : new MqttVersion[]{MqttVersion.MQTT_3_1_1, MqttVersion.MQTT_5}) {
            Meaning meaning = Read.as(Format.MQTT, Read.binary(encode(version, connect(version))));

            assertThat(meaning.summary()).isEqualTo("CONNECT probe-1 level " + version.protocolLevel());
            assertThat(Read.json(meaning)).contains("\"user\":\"me\"", "\"password\":\"6 bytes, not shown\"")
                    .doesNotContain("secret");
            assertThat(meaning.whole()).as("%s", meaning.notes()).isTrue();
        }
    }

    @Test
    void publishSaysTopicQosAndSize() {
        byte[] bytes = encode(MqttVersion.MQTT_3_1_1, publish(MqttProperties.NO_PROPERTIES));

        Meaning meaning = Read.as(Format.MQTT, Read.binary(bytes));

        assertThat(meaning.summary()).isEqualTo("PUBLISH sensors/1 qos 1 14 B {\"celsius\":21}");
        assertThat(Read.json(meaning)).contains("\"id\":42", "\"payload\":{\"celsius\":21}");
        assertThat(meaning.notes()).isEmpty();
    }

    @Test
    void propertiesOfVersion5AreNamedAndTheVersionIsToldAsAGuess() {
        var properties = new MqttProperties();
        properties.add(new MqttProperties.StringProperty(0x03, "application/json"));
        properties.add(new MqttProperties.UserProperty("trace", "7"));

        Meaning meaning = Read.as(Format.MQTT, Read.binary(encode(MqttVersion.MQTT_5, publish(properties))));

        assertThat(meaning.summary()).isEqualTo("PUBLISH sensors/1 qos 1 14 B {\"celsius\":21}");
        assertThat(Read.json(meaning)).contains("\"content type\":\"application/json\"", "\"user\":{\"trace\":\"7\"}");
        assertThat(meaning.notes()).containsExactly(
                "Read as MQTT 5, which is a guess: only CONNECT says the version.");
    }

    @Test
    void subscriptionsOfBothVersionsAreRead() {
        for (MqttVersion version : new MqttVersion[]{MqttVersion.MQTT_3_1_1, MqttVersion.MQTT_5}) {
            MqttMessage subscribe = MqttMessageBuilders.subscribe()
                    .messageId(7)
                    .addSubscription(MqttQoS.AT_MOST_ONCE, "a/#")
                    .addSubscription(MqttQoS.EXACTLY_ONCE, "b/+")
                    .build();

            assertThat(Read.as(Format.MQTT, Read.binary(encode(version, subscribe))).summary())
                    .isEqualTo("SUBSCRIBE id 7 a/# qos 0 b/+ qos 2");
        }
    }

    @Test
    void severalPacketsInOneMessageAndOneThatGoesOnAreTold() {
        byte[] publish = encode(MqttVersion.MQTT_3_1_1, publish(MqttProperties.NO_PROPERTIES));
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{(byte) 0xC0, 0});
        out.writeBytes(Arrays.copyOf(publish, publish.length - 4));

        Meaning meaning = Read.as(Format.MQTT, Read.binary(out.toByteArray()));

        assertThat(meaning.summary()).isEqualTo("PINGREQ and 1 more");
        assertThat(meaning.whole()).isFalse();
        assertThat(meaning.notes())
                .containsExactly("The packet has 27 bytes and only 23 of them are here: it goes on in"
                        + " the next message.");
    }

    @Test
    void theRestOfAPacketThatBeganBeforeIsNotTakenForOne() {
        assertThat(Read.as(Format.MQTT, Read.binary("00 01 02")).notes())
                .containsExactly("Not MQTT to the end: there is"
                        + " no packet of type 0; perhaps the message goes on with what the one before began.");
    }

    @Test
    void connectIsRecognisedWithoutASubprotocol() {
        byte[] connect = encode(MqttVersion.MQTT_3_1_1, connect(MqttVersion.MQTT_3_1_1));

        assertThat(Decoders.formatOf(Talk.UNKNOWN, Read.binary(connect))).contains(Format.MQTT);
    }
}
