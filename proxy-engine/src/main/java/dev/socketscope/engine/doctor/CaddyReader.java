package dev.socketscope.engine.doctor;

/** The notation of a Caddyfile: a directive ends with its line, and braces open at the end of one. */
final class CaddyReader extends DirectiveReader {
    CaddyReader(String text) {
        super(text);
    }

    @Override
    boolean endsAtLineEnd() {
        return true;
    }

    @Override
    boolean isForeign(String directive) {
        return false;
    }
}
