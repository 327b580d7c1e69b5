package org.francophonie.dclic.platform.files;

/** A file is larger than what is accepted. */
public class FileTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long most;

    public FileTooLarge(long most) {
        super("more than " + most + " bytes");
        this.most = most;
    }

    public long most() {
        return most;
    }
}
