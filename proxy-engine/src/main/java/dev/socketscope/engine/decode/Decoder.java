package dev.socketscope.engine.decode;

/** Reads one format. */
interface Decoder {
    /** Reads what can be read; what cannot is said in the notes. */
    Meaning decode(Talk talk, Message message);
}
