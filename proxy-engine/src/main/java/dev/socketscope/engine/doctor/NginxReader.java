package dev.socketscope.engine.doctor;

/** The notation of nginx: a directive ends with a semicolon or with its braces. */
final class NginxReader extends DirectiveReader {
    NginxReader(String text) {
        super(text);
    }

    @Override
    boolean endsAtLineEnd() {
        return false;
    }

    /** Lua of OpenResty. */
    @Override
    boolean isForeign(String directive) {
        return directive.endsWith("_by_lua_block");
    }
}
