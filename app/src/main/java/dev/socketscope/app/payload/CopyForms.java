package dev.socketscope.app.payload;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** Bytes as text for other programs. */
enum CopyForms {
    HEX {
        @Override
        String of(byte[] bytes) {
            return HexFormat.ofDelimiter(" ").formatHex(bytes);
        }
    },
    C_ARRAY {
        @Override
        String of(byte[] bytes) {
            var text = new StringBuilder("unsigned char bytes[").append(bytes.length).append("] = {");
            for (int i = 0; i < bytes.length; i++) {
                text.append(i % 12 == 0 ? "\n    " : " ")
                        .append("0x")
                        .append(HexFormat.of().toHexDigits(bytes[i]))
                        .append(i < bytes.length - 1 ? "," : "");
            }
            return text.append("\n};\n").toString();
        }
    },
    BASE64 {
        @Override
        String of(byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    },
    TEXT {
        @Override
        String of(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    };

    /** More bytes than these are not put on the clipboard. */
    static final int LIMIT = 2 << 20;

    abstract String of(byte[] bytes);
}
