package dev.socketscope.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * An upstream and the clients of many WebSockets in a process of their own, because a process has only so many sockets. Says its
 * port, is told the engine's, how many clients there shall be and whether they are {@code quiet}, and says {@code ready}. Unless quiet,
 * each is sent a message every few seconds. Answers pings, because whoever does not is taken for dead after a while.
 */
final class ManySockets {
    /** So many characters are the order, filled up with spaces. */
    private static final int ORDER = 24;
    private static final int ROOM = 16 << 10;
    private static final int PATHS = 20;
    private static final int SHARES = 200;
    private static final int PENDING = 32;
    private static final byte PING = (byte) 0x89;
    private static final byte PONG = (byte) 0x8A;
    private static final int SHORT = 0x7F;
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final ByteBuffer MESSAGE = ByteBuffer.wrap(new byte[]{(byte) 0x81, 5, 'h', 'e', 'l', 'l', 'o'});

    private final Selector selector = Selector.open();
    private final ServerSocketChannel door = ServerSocketChannel.open();
    private final ByteBuffer read = ByteBuffer.allocateDirect(ROOM);
    private int opened;
    private long last;
    private int wanted;

    private ManySockets() throws IOException {
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), ROOM);
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** @param args none */
    public static void main(String[] args) throws IOException {
        ManySockets sockets = new ManySockets();
        System.out.println(sockets.door.socket().getLocalPort());
        String[] told = new String(System.in.readNBytes(ORDER), StandardCharsets.US_ASCII).strip().split(" ");
        sockets.run(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(told[0])),
                Integer.parseInt(told[1]), told.length > 2);
    }

    private void run(InetSocketAddress engine, int clients, boolean quiet) throws IOException {
        for (wanted = 0; wanted < clients; wanted++) {
            dial(engine);
            while (opened < wanted - PENDING) {
                turn();
            }
        }
        while (opened < clients) {
            turn();
        }
        System.out.println("ready");
        while (System.in.available() == 0) {
            turn();
            if (!quiet) {
                say();
            }
        }
    }

    private void dial(InetSocketAddress engine) throws IOException {
        SocketChannel client = SocketChannel.open(engine);
        String request = "GET /many/" + wanted % PATHS + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\n"
                + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n\r\n";
        client.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        client.configureBlocking(false);
        client.register(selector, SelectionKey.OP_READ, "client");
    }

    private void turn() throws IOException {
        selector.select(20);
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isAcceptable()) {
                SocketChannel upstream = door.accept();
                upstream.configureBlocking(false);
                upstream.register(selector, SelectionKey.OP_READ, "upstream");
            } else if (key.channel() instanceof SocketChannel channel) {
                take(key, channel);
            }
        }
        selector.selectedKeys().clear();
    }

    private void take(SelectionKey key, SocketChannel channel) throws IOException {
        read.clear();
        if (ended(channel)) {
            channel.close();
            return;
        }
        if ("upstream".equals(key.attachment())) {
            key.attach("answered");
            channel.write(ByteBuffer.wrap(answer().getBytes(StandardCharsets.US_ASCII)));
        } else if ("client".equals(key.attachment())) {
            key.attach("open");
            opened++;
        } else {
            pong(channel, "open".equals(key.attachment()));
        }
    }

    /** Frames here are short, and come whole. RFC 6455, 5.5.3: a pong has the payload of its ping. */
    private void pong(SocketChannel channel, boolean client) throws IOException {
        read.flip();
        while (read.remaining() >= 2) {
            int first = read.get();
            int second = read.get();
            byte[] mask = new byte[4];
            if (second < 0) {
                read.get(mask);
            }
            byte[] payload = new byte[second & SHORT];
            read.get(payload);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i & 3];
            }
            if (first == PING) {
                channel.write(pong(payload, client));
            }
        }
    }

    /** A client's is masked, with zeros. */
    private static ByteBuffer pong(byte[] payload, boolean client) {
        ByteBuffer frame = ByteBuffer.allocate(6 + payload.length).put(PONG);
        if (client) {
            frame.put((byte) (payload.length | 0x80)).putInt(0);
        } else {
            frame.put((byte) payload.length);
        }
        return frame.put(payload).flip();
    }

    private boolean ended(SocketChannel channel) {
        try {
            return channel.read(read) < 0;
        } catch (IOException _) {
            return true;
        }
    }

    /** One of {@value #SHARES} of all is sent a message, fifty times a second. */
    private void say() throws IOException {
        long turn = System.nanoTime() / 20_000_000 % SHARES;
        if (turn == last) {
            return;
        }
        last = turn;
        int number = 0;
        for (SelectionKey key : selector.keys()) {
            if ("answered".equals(key.attachment()) && number++ % SHARES == turn
                    && key.channel() instanceof SocketChannel upstream) {
                upstream.write(MESSAGE.duplicate());
            }
        }
    }

    private static String answer() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest((KEY + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            return "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
