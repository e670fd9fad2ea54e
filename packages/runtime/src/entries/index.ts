// For images with an entry point of their own: the commands of containers as functions.
export {};
