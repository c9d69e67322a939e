package dev.socketscope.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxBoundsTest {
    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aClientThatSendsWithoutReadingIsCutOff() throws IOException {
        try (Socket client = upgraded("/echo")) {
            byte[] frame = maskedBinary(1 << 20);

            int sent = 0;
            while (sent < 500 && sent(client, frame)) {
                sent++;
            }

            assertThat(sent).as("messages of 1 MiB taken").isLessThan(200);
        }
    }

    private static boolean sent(Socket client, byte[] frame) {
        try {
            client.getOutputStream().write(frame);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void aMessageOverTheBoundIsRefusedWith1009() throws IOException {
        try (Socket client = upgraded("/echo")) {
            byte[] head = ByteBuffer.allocate(14)
                    .put((byte) 0x82)
                    .put((byte) 0xFF)
                    .putLong(SandboxDraft.MAX_MESSAGE_BYTES + 1L)
                    .array();
            client.getOutputStream().write(head);

            InputStream in = client.getInputStream();
            assertThat(in.read()).isEqualTo(0x88);
            in.readNBytes(1);
            assertThat(ByteBuffer.wrap(in.readNBytes(2)).getShort()).isEqualTo((short) 1009);
        }
    }

    @Test
    void connectionsOverTheBoundGet503AndOthersTheirTurnLater() throws IOException {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < FrontDoor.MAX_CONNECTIONS; i++) {
                held.add(connect());
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> statusLine().equals("HTTP/1.1 503 Service Unavailable"));
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> statusLine().equals("HTTP/1.1 200 OK"));
    }

    private String statusLine() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("GET /favicon.svg HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(
                            StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @ParameterizedTest
    @CsvSource(value = {"'',10", "hz=25,25", "a=1&hz=4&b=2,4", "hz=0,1", "hz=-5,1", "hz=100000,1000", "hz=fast,10",
            "xhz=7,10"})
    void theTelemetryRateIsBounded(String query, int hz) {
        assertThat(TelemetryEndpoint.rate(query)).isEqualTo(hz);
    }

    private Socket upgraded(String path) throws IOException {
        Socket socket = connect();
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        assertThat(head.toString()).startsWith("HTTP/1.1 101 ").contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        return socket;
    }

    /** A masked binary frame with a mask of zeros. */
    private static byte[] maskedBinary(int length) {
        return ByteBuffer.allocate(14 + length).put((byte) 0x82).put((byte) 0xFF).putLong(length).array();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(sandbox.address());
        socket.setSoTimeout(20_000);
        return socket;
    }
}
