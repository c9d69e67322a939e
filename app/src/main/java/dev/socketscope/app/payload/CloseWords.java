package dev.socketscope.app.payload;

/** What a Close frame's code means (RFC 6455 §7.4.1 and the registry it begins). */
final class CloseWords {
    private CloseWords() {}

    /** @param payload of the Close frame: two bytes of code and a reason, or nothing */
    static String of(byte[] payload) {
        if (payload.length < 2) {
            return "no code";
        }
        int code = (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
        String meaning = meaning(code);
        return meaning.isEmpty() ? String.valueOf(code) : code + " " + meaning;
    }

    private static String meaning(int code) {
        return switch (code) {
            case 1000 -> "normal closure";
            case 1001 -> "going away";
            case 1002 -> "protocol error";
            case 1003 -> "unsupported data";
            case 1005, 1006, 1015 -> "may not stand in a Close frame";
            case 1007 -> "invalid data";
            case 1008 -> "policy violation";
            case 1009 -> "message too big";
            case 1010 -> "extension expected";
            case 1011 -> "internal error";
            case 1012 -> "service restart";
            case 1013 -> "try again later";
            case 1014 -> "bad gateway";
            default ->
                code >= 4000 && code < 5000 ? "private use" : code >= 3000 && code < 4000 ? "registered use" : "";
        };
    }
}
