package dev.socketscope.engine.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file as it is served.
 *
 * @param etag a strong entity tag (RFC 9110 §8.8.3) of the content, quotes included
 */
record Asset(byte[] bytes, String type, String etag) {
    static Asset of(String path, byte[] bytes) {
        return new Asset(bytes, typeOf(path), etagOf(bytes));
    }

    static Asset of(String path, String text) {
        return of(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String typeOf(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "text/plain; charset=utf-8";
        };
    }

    private static String etagOf(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
