/** What a cluster says of where and as what to sign in, with what the configuration says instead. */
export interface SignInServer {
  /** As the cluster writes it, or empty. */
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly deviceEndpoint: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** With blanks between them. */
  readonly scope: string;
  readonly audience: string;
  /** The name of the header that tokens are sent in. */
  readonly header: string;
}
