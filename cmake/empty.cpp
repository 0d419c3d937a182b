// The source of the target that holds the precompiled header.
