package dev.socketscope.app.payload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadWordsTest {
    @Test
    void theHeadingSaysWhatItIs() {
        var payload = new Payload(15, 18, Opcode.TEXT, new byte[1_229], 412, true, true, null);
        assertThat(PayloadHeading.of(payload))
                .isEqualTo("TEXT · 1.2 KB · compressed, 412 B on the wire · frames 15–18 · complete");
        var cut = new Payload(3, 3, Opcode.BINARY, new byte[65_536], 90_000, false, false,
                "64 KB of 88 KB were kept");
        assertThat(PayloadHeading.of(cut)).isEqualTo("BINARY · 64 KB · frame 3 · 64 KB of 88 KB were kept");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'type':'update','updates':[{'type':'js-update','path':'/src/App.jsx','acceptedPath':'/src/App.jsx'}]} | js-update · accepted by /src/App.jsx",
            "{'type':'update','updates':[{'type':'css-update','path':'/a.css','acceptedPath':'/a.css'}]} | css-update · /a.css",
            "{'type':'update','updates':[{'path':'/a.js'},{'path':'/b.js'}]} | 2 updates · /a.js …",
            "{'type':'full-reload','path':'*'} | full-reload · *",
            "{'type':'error','err':{'message':'Unexpected token\\nmore'}} | error · Unexpected token",
            "{'type':'custom','event':'vite:ws-status'} | custom · vite:ws-status",
            "{'type':'prune','paths':['/a','/b']} | prune · /a, /b",
            "{'type':'something else'} | ''",
            "{'type': | ''"})
    void vitesMessagesAreExplained(String json, String hint) {
        String quoted = json.replace('\'', '"');
        byte[] bytes = quoted.getBytes(StandardCharsets.UTF_8);
        assertThat(PayloadHint.of(new Payload(0, 0, Opcode.TEXT, bytes, bytes.length, false, true, null)))
                .isEqualTo(hint);
    }

    @Test
    void closeCodesAreExplained() {
        assertThat(CloseWords.of(new byte[]{0x03, (byte) 0xE9})).isEqualTo("1001 going away");
        assertThat(CloseWords.of(new byte[]{0x0F, (byte) 0xA1, 'x'})).isEqualTo("4001 private use");
        assertThat(CloseWords.of(new byte[0])).isEqualTo("no code");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{} | 0", "'  [1]' | 2", "42[\"a\"] | 2", "451-/chat,13[1] | 12",
            "3probe | -1",
            "42 | -1", "hello {} | -1", "2026-11-23 {} | -1"})
    void theBeginningOfJsonIsFound(String text, int length) {
        assertThat(JsonPrefix.length(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(length);
    }

    @Test
    void kindsAreToldByTheirContent() {
        assertThat(kind(Opcode.TEXT, "{}")).isEqualTo(PayloadKind.JSON);
        assertThat(kind(Opcode.BINARY, "[1]")).isEqualTo(PayloadKind.JSON);
        assertThat(kind(Opcode.TEXT, "plain")).isEqualTo(PayloadKind.TEXT);
        assertThat(kind(Opcode.BINARY, "readable text")).isEqualTo(PayloadKind.TEXT);
        assertThat(kind(Opcode.BINARY, "\u0001\u0002")).isEqualTo(PayloadKind.BINARY);
        assertThat(kind(Opcode.CLOSE, "")).isEqualTo(PayloadKind.BINARY);
    }

    @Test
    void savedFilesAreForTheirOwnerOnly(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("frame-3.json");
        PayloadFile.write(file, new byte[]{1, 2, 3});
        PayloadFile.write(file, new byte[]{4});
        assertThat(Files.readAllBytes(file)).containsExactly(4);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
    }

    private static PayloadKind kind(Opcode opcode, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return PayloadKind.of(new Payload(0, 0, opcode, bytes, bytes.length, false, true, null));
    }
}
