// For builds: a project as one file, and why each of its parts is in it.
export {};
