/** The script of the page, bundled for browsers. `pnpm generate` makes it of the folder `script`. */
export declare const pageScript: string;
