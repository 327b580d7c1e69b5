package org.francophonie.dclic.platform.text;

/** XML that is broken or not allowed. */
public class XmlRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int line;

    public XmlRefused(int line, Throwable cause) {
        super("XML refused at line " + line, cause);
        this.line = line;
    }

    /** Where it stopped, 0 when unknown. */
    public int line() {
        return line;
    }
}
