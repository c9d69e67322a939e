package dev.socketscope.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FrontDoorTest {
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
    void aClientThatHasSaidAllStillGetsItsAnswer() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(ascii("GET /app/main.js HTTP/1.1\r\nHost: x\r\n\r\n"));
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .endsWith("startHmr();\n");
        }
    }

    @Test
    void severalRequestsMayShareAConnection() throws IOException {
        try (Socket socket = connect()) {
            String get = "GET /src/main.js HTTP/1.1\r\nHost: x\r\n\r\n";
            socket.getOutputStream().write(ascii(get + get + get.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")));

            assertThat(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("HTTP/1.1 200 OK"))
                    .hasSize(4);
        }
    }

    @Test
    void anEndlessHeadGets431() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(ascii("GET / HTTP/1.1\r\nX: " + "a".repeat(RequestHead.MAX_BYTES)));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n");
        }
    }

    @Test
    void aHeadThatDoesNotEndInTimeIsGivenUp() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort());
                Socket accepted = listener.accept()) {
            client.getOutputStream().write(ascii("GET / HTT"));

            assertThat(RequestHead.read(accepted, Duration.ofMillis(80))).isEqualTo(new RequestHead.TooSlow());
        }
    }

    @Test
    void aHeadInPiecesIsReadAsOne() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort());
                Socket accepted = listener.accept()) {
            String request = "GET /echo?x=1 HTTP/1.1\r\nHost: x\r\nupgrade:  WebSocket\r\n\r\nrest";
            Thread.startVirtualThread(() -> writeByteByByte(client, ascii(request)));

            RequestHead head = RequestHead.read(accepted, Duration.ofSeconds(10));

            assertThat(head).isInstanceOfSatisfying(RequestHead.Complete.class, complete -> {
                assertThat(complete.path()).isEqualTo("/echo");
                assertThat(complete.webSocket()).isTrue();
            });
        }
    }

    private static void writeByteByByte(Socket socket, byte[] bytes) {
        try {
            for (byte b : bytes) {
                socket.getOutputStream().write(b);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aTakenAddressIsABindException() {
        assertThatThrownBy(() -> Sandbox.start(sandbox.address())).isInstanceOf(BindException.class);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(sandbox.address());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
