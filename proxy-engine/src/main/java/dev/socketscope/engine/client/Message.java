package dev.socketscope.engine.client;

/** A whole message on its way. The bytes of a binary one belong to it and are not changed any more. */
sealed interface Message {

    /** Bytes of payload on the wire. */
    int size();

    record Text(String text) implements Message {
        @Override
        public int size() {
            int bytes = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                // Each half of a surrogate pair counts two of its character's four bytes.
                bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
            return bytes;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody.
    record Binary(byte[] bytes) implements Message {
        @Override
        public int size() {
            return bytes.length;
        }
    }
}
