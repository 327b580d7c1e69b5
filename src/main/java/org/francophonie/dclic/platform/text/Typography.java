package org.francophonie.dclic.platform.text;

/** What writers of plain files leave to the printer. */
public final class Typography {
    private Typography() {}

    /** No line of a French text begins with a colon, or ends with an opening guillemet. */
    public static String french(String text) {
        return text.replaceAll(" ([:;!?»%])", "\u00a0$1").replace("« ", "«\u00a0");
    }
}
