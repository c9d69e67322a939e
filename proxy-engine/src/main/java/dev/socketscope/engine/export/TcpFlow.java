package dev.socketscope.engine.export;

import dev.socketscope.engine.api.Direction;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The TCP connection of a client, made up around the bytes that went over it: IPv4 (RFC 791), TCP (RFC 9293), no loss, no options. */
final class TcpFlow {
    private static final int FIN = 0x01;
    private static final int SYN = 0x02;
    private static final int RST = 0x04;
    private static final int PUSH = 0x08;
    private static final int ACK = 0x10;
    private static final int MOST = 32 << 10;
    private static final int IP_HEADER = 20;
    private static final int TCP_HEADER = 20;
    private static final int PROTOCOL_TCP = 6;

    private final Packets packets;
    private final InetSocketAddress client;
    private final InetSocketAddress server;
    private int clientNext = 1_000;
    private int serverNext = 2_000;

    TcpFlow(Packets packets, InetSocketAddress client, InetSocketAddress server) {
        this.packets = packets;
        this.client = client;
        this.server = server;
    }

    void open(long micros) throws IOException {
        send(Direction.TO_UPSTREAM, SYN, new byte[0], micros, "");
        send(Direction.TO_CLIENT, SYN | ACK, new byte[0], micros, "");
        send(Direction.TO_UPSTREAM, ACK, new byte[0], micros, "");
    }

    /** In as many segments as are needed; the comment stands at the first one. */
    void bytes(Direction direction, byte[] bytes, long micros, String comment) throws IOException {
        for (int from = 0; from < bytes.length; from += MOST) {
            byte[] segment = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MOST));
            send(direction, PUSH | ACK, segment, micros, from == 0 ? comment : "");
        }
    }

    /** @param reset whether it ended by a reset */
    void close(Direction first, boolean reset, long micros, String comment) throws IOException {
        if (reset) {
            send(first, RST | ACK, new byte[0], micros, comment);
            return;
        }
        Direction second = first == Direction.TO_CLIENT ? Direction.TO_UPSTREAM : Direction.TO_CLIENT;
        send(first, FIN | ACK, new byte[0], micros, comment);
        send(second, FIN | ACK, new byte[0], micros, "");
        send(first, ACK, new byte[0], micros, "");
    }

    private void send(Direction direction, int flags, byte[] data, long micros, String comment) throws IOException {
        boolean up = direction == Direction.TO_UPSTREAM;
        InetSocketAddress from = up ? client : server;
        InetSocketAddress to = up ? server : client;
        int sequence = up ? clientNext : serverNext;
        int acknowledged = (flags & ACK) == 0 ? 0 : up ? serverNext : clientNext;
        packets.packet(micros, packet(from, to, sequence, acknowledged, flags, data), comment);
        int taken = data.length + ((flags & (SYN | FIN)) == 0 ? 0 : 1);
        clientNext += up ? taken : 0;
        serverNext += up ? 0 : taken;
    }

    private static byte[] packet(InetSocketAddress from, InetSocketAddress to, int sequence, int acknowledged,
            int flags, byte[] data) {
        ByteBuffer packet = ByteBuffer.allocate(IP_HEADER + TCP_HEADER + data.length);
        packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
        packet.putShort((short) 0).putShort((short) 0x4000).put((byte) 64).put((byte) PROTOCOL_TCP).putShort((short) 0);
        packet.put(address(from)).put(address(to));
        packet.putShort((short) from.getPort()).putShort((short) to.getPort()).putInt(sequence).putInt(acknowledged);
        packet.put((byte) (TCP_HEADER / 4 << 4)).put((byte) flags).putShort((short) 0xFFFF).putInt(0).put(data);
        packet.putShort(10, checksum(packet, 0, IP_HEADER, 0));
        int pseudo = sum(packet, 12, 8) + PROTOCOL_TCP + TCP_HEADER + data.length;
        packet.putShort(IP_HEADER + 16, checksum(packet, IP_HEADER, TCP_HEADER + data.length, pseudo));
        return packet.array();
    }

    private static byte[] address(InetSocketAddress socket) {
        InetAddress address = socket.getAddress();
        return address instanceof Inet4Address ? address.getAddress() : new byte[]{127, 0, 0, 1};
    }

    /** RFC 1071. */
    private static short checksum(ByteBuffer packet, int from, int length, int more) {
        long sum = (long) sum(packet, from, length) + more;
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return (short) ~sum;
    }

    private static int sum(ByteBuffer packet, int from, int length) {
        int sum = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            sum += packet.getShort(from + i) & 0xFFFF;
        }
        return length % 2 == 0 ? sum : sum + ((packet.get(from + length - 1) & 0xFF) << 8);
    }
}
