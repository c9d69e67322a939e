package dev.socketscope.engine.relay;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A copy of an answer that a dev server's page gets, made while it passes, to know later what the page has. */
final class AnswerCopy {
    private final List<Consumer<byte[]>> readers;
    private final int largest;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private AnswerCopy(List<Consumer<byte[]>> readers, int largest) {
        this.readers = readers;
        this.largest = largest;
    }

    /** Null when the answer is nothing that a page would have to be told about. */
    static @Nullable AnswerCopy of(HmrPages pages, HttpRequest request, RequestFacts facts, HttpResponse answer,
            Channel client) {
        if (!facts.method().name().equals("GET")) {
            return null;
        }
        ModuleReader module = ModuleReader.of(pages, request, facts, answer, client);
        BundleReader bundle = BundleReader.of(pages, request, facts, answer, client);
        List<Consumer<byte[]>> readers = Stream.<@Nullable Consumer<byte[]>>of(module, bundle)
                .filter(Objects::nonNull)
                .toList();
        int largest = bundle == null ? ModuleReader.LARGEST : BundleReader.LARGEST;
        return readers.isEmpty() ? null : new AnswerCopy(readers, largest);
    }

    /** @return false when the answer is too long to be copied */
    boolean add(ByteBuf part) {
        if (body.size() + part.readableBytes() > largest) {
            return false;
        }
        byte[] bytes = new byte[part.readableBytes()];
        part.getBytes(part.readerIndex(), bytes);
        body.writeBytes(bytes);
        return true;
    }

    /** The answer has come whole. */
    void complete() {
        byte[] whole = body.toByteArray();
        readers.forEach(reader -> reader.accept(whole));
    }
}
