package dev.socketscope.engine.api;

/** One HTTP header field as it stood on the wire. Names keep their case, repeated fields stay apart. */
public record Header(String name, String value) {}
