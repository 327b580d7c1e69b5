package org.francophonie.dclic.authoring.imports;

/** How far long work has come, and whether somebody wants it to stop. */
public interface Progress {
    /** Nobody watches, nobody stops it. */
    Progress UNWATCHED = new Progress() {
        @Override
        public void at(int done, int total) {
            // nobody watches
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    void at(int done, int total);

    boolean isCancelled();
}
