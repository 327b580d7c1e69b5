package org.francophonie.dclic.authoring.block;

/**
 * A file used by a block.
 *
 * @param hash SHA-256 of its content
 * @param name as learners see it
 * @param size in bytes
 */
public record FileRef(String hash, String name, long size, String mediaType) {}
