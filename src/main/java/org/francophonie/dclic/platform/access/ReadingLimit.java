package org.francophonie.dclic.platform.access;

/** Somebody has looked at more people within an hour than work asks for. */
public class ReadingLimit extends AccessRefused {
    private static final long serialVersionUID = 1;

    public ReadingLimit() {
        super("the data of too many people were read within an hour");
    }
}
