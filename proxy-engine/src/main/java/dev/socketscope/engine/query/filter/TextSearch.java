package dev.socketscope.engine.query.filter;

import dev.socketscope.engine.journal.FrameScreen;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks for text in any letter case. ASCII, which is the rule, is looked for in the bytes without decoding them. */
final class TextSearch {
    private final String wanted;
    private final @Nullable ByteSearch ascii;

    TextSearch(String wanted) {
        this.wanted = wanted.toLowerCase(Locale.ROOT);
        this.ascii = wanted.chars().allMatch(c -> c < 0x80)
                ? ByteSearch.ignoringCase(wanted.getBytes(StandardCharsets.US_ASCII))
                : null;
    }

    /** Only what is looked for in the bytes can be screened: other text has more than one way to be written. */
    FrameScreen screen() {
        return ascii == null ? FrameScreen.Plain.EVERY : ascii.screen();
    }

    boolean isFoundIn(FilterContent content) {
        return ascii != null
                ? ascii.isFoundIn(content.bytes(), content.length())
                : content.text().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
