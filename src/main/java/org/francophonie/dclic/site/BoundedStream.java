package org.francophonie.dclic.site;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The first bytes of a stream, and no more. */
class BoundedStream extends FilterInputStream {
    private long left;

    BoundedStream(InputStream in, long length) {
        super(in);
        left = length;
    }

    @Override
    public int read() throws IOException {
        if (left <= 0) return -1;
        int c = super.read();
        if (c >= 0) left--;
        return c;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left <= 0) return -1;
        int n = super.read(into, offset, (int) Math.min(length, left));
        if (n > 0) left -= n;
        return n;
    }
}
