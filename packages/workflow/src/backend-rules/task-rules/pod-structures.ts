/**
 * The Go structs of a pod in Kubernetes 1.28, which Flyte 1.16 uses to read pods.
 *
 * They are in the notation of `parseStructures`. Fields that may hold anything are not listed.
 */
export const POD_STRUCTURES = `
PodSpec = Volume[] volumes, Container[] initContainers containers, EphemeralContainer[] ephemeralContainers,
  text restartPolicy dnsPolicy serviceAccountName serviceAccount nodeName hostname subdomain schedulerName
  priorityClassName runtimeClassName preemptionPolicy, int64 terminationGracePeriodSeconds
  activeDeadlineSeconds, text{} nodeSelector, boolean automountServiceAccountToken hostNetwork hostPID
  hostIPC shareProcessNamespace enableServiceLinks setHostnameAsFQDN hostUsers, PodSecurityContext
  securityContext, LocalObjectReference[] imagePullSecrets, Affinity affinity, Toleration[] tolerations,
  HostAlias[] hostAliases, int32 priority, PodDNSConfig dnsConfig, PodReadinessGate[] readinessGates,
  quantity{} overhead, TopologySpreadConstraint[] topologySpreadConstraints, PodOS os, PodSchedulingGate[]
  schedulingGates, PodResourceClaim[] resourceClaims
Volume = text name, HostPathVolumeSource hostPath, EmptyDirVolumeSource emptyDir,
  GCEPersistentDiskVolumeSource gcePersistentDisk, AWSElasticBlockStoreVolumeSource awsElasticBlockStore,
  GitRepoVolumeSource gitRepo, SecretVolumeSource secret, NFSVolumeSource nfs, ISCSIVolumeSource iscsi,
  GlusterfsVolumeSource glusterfs, PersistentVolumeClaimVolumeSource persistentVolumeClaim, RBDVolumeSource
  rbd, FlexVolumeSource flexVolume, CinderVolumeSource cinder, CephFSVolumeSource cephfs,
  FlockerVolumeSource flocker, DownwardAPIVolumeSource downwardAPI, FCVolumeSource fc, AzureFileVolumeSource
  azureFile, ConfigMapVolumeSource configMap, VsphereVirtualDiskVolumeSource vsphereVolume,
  QuobyteVolumeSource quobyte, AzureDiskVolumeSource azureDisk, PhotonPersistentDiskVolumeSource
  photonPersistentDisk, ProjectedVolumeSource projected, PortworxVolumeSource portworxVolume,
  ScaleIOVolumeSource scaleIO, StorageOSVolumeSource storageos, CSIVolumeSource csi, EphemeralVolumeSource
  ephemeral
HostPathVolumeSource = text path type
EmptyDirVolumeSource = text medium, quantity sizeLimit
GCEPersistentDiskVolumeSource = text pdName fsType, int32 partition, boolean readOnly
AWSElasticBlockStoreVolumeSource = text volumeID fsType, int32 partition, boolean readOnly
GitRepoVolumeSource = text repository revision directory
SecretVolumeSource = text secretName, KeyToPath[] items, int32 defaultMode, boolean optional
KeyToPath = text key path, int32 mode
NFSVolumeSource = text server path, boolean readOnly
ISCSIVolumeSource = text targetPortal iqn iscsiInterface fsType initiatorName, int32 lun, boolean readOnly
  chapAuthDiscovery chapAuthSession, text[] portals, LocalObjectReference secretRef
LocalObjectReference = text name
GlusterfsVolumeSource = text endpoints path, boolean readOnly
PersistentVolumeClaimVolumeSource = text claimName, boolean readOnly
RBDVolumeSource = text[] monitors, text image fsType pool user keyring, LocalObjectReference secretRef,
  boolean readOnly
FlexVolumeSource = text driver fsType, LocalObjectReference secretRef, boolean readOnly, text{} options
CinderVolumeSource = text volumeID fsType, boolean readOnly, LocalObjectReference secretRef
CephFSVolumeSource = text[] monitors, text path user secretFile, LocalObjectReference secretRef, boolean
  readOnly
FlockerVolumeSource = text datasetName datasetUUID
DownwardAPIVolumeSource = DownwardAPIVolumeFile[] items, int32 defaultMode
DownwardAPIVolumeFile = text path, ObjectFieldSelector fieldRef, ResourceFieldSelector resourceFieldRef,
  int32 mode
ObjectFieldSelector = text apiVersion fieldPath
ResourceFieldSelector = text containerName resource, quantity divisor
FCVolumeSource = text[] targetWWNs wwids, int32 lun, text fsType, boolean readOnly
AzureFileVolumeSource = text secretName shareName, boolean readOnly
ConfigMapVolumeSource = text name, KeyToPath[] items, int32 defaultMode, boolean optional
VsphereVirtualDiskVolumeSource = text volumePath fsType storagePolicyName storagePolicyID
QuobyteVolumeSource = text registry volume user group tenant, boolean readOnly
AzureDiskVolumeSource = text diskName diskURI cachingMode fsType kind, boolean readOnly
PhotonPersistentDiskVolumeSource = text pdID fsType
ProjectedVolumeSource = VolumeProjection[] sources, int32 defaultMode
VolumeProjection = SecretProjection secret, DownwardAPIProjection downwardAPI, ConfigMapProjection
  configMap, ServiceAccountTokenProjection serviceAccountToken
SecretProjection = text name, KeyToPath[] items, boolean optional
DownwardAPIProjection = DownwardAPIVolumeFile[] items
ConfigMapProjection = text name, KeyToPath[] items, boolean optional
ServiceAccountTokenProjection = text audience path, int64 expirationSeconds
PortworxVolumeSource = text volumeID fsType, boolean readOnly
ScaleIOVolumeSource = text gateway system protectionDomain storagePool storageMode volumeName fsType,
  LocalObjectReference secretRef, boolean sslEnabled readOnly
StorageOSVolumeSource = text volumeName volumeNamespace fsType, boolean readOnly, LocalObjectReference
  secretRef
CSIVolumeSource = text driver fsType, boolean readOnly, text{} volumeAttributes, LocalObjectReference
  nodePublishSecretRef
EphemeralVolumeSource = PersistentVolumeClaimTemplate volumeClaimTemplate
PersistentVolumeClaimTemplate = ObjectMeta metadata, PersistentVolumeClaimSpec spec
ObjectMeta = text name generateName namespace selfLink uid resourceVersion, int64 generation
  deletionGracePeriodSeconds, time creationTimestamp deletionTimestamp, text{} labels annotations,
  OwnerReference[] ownerReferences, text[] finalizers, ManagedFieldsEntry[] managedFields
OwnerReference = text apiVersion kind name uid, boolean controller blockOwnerDeletion
ManagedFieldsEntry = text manager operation apiVersion fieldsType subresource, time time
PersistentVolumeClaimSpec = text[] accessModes, LabelSelector selector, ResourceRequirements resources, text
  volumeName storageClassName volumeMode, TypedLocalObjectReference dataSource, TypedObjectReference
  dataSourceRef
LabelSelector = text{} matchLabels, LabelSelectorRequirement[] matchExpressions
LabelSelectorRequirement = text key operator, text[] values
ResourceRequirements = quantity{} limits requests, ResourceClaim[] claims
ResourceClaim = text name
TypedLocalObjectReference = text apiGroup kind name
TypedObjectReference = text apiGroup kind name namespace
Container = text name image workingDir restartPolicy terminationMessagePath terminationMessagePolicy
  imagePullPolicy, text[] command args, ContainerPort[] ports, EnvFromSource[] envFrom, EnvVar[] env,
  ResourceRequirements resources, ContainerResizePolicy[] resizePolicy, VolumeMount[] volumeMounts,
  VolumeDevice[] volumeDevices, Probe livenessProbe readinessProbe startupProbe, Lifecycle lifecycle,
  SecurityContext securityContext, boolean stdin stdinOnce tty
ContainerPort = text name protocol hostIP, int32 hostPort containerPort
EnvFromSource = text prefix, ConfigMapEnvSource configMapRef, SecretEnvSource secretRef
ConfigMapEnvSource = text name, boolean optional
SecretEnvSource = text name, boolean optional
EnvVar = text name value, EnvVarSource valueFrom
EnvVarSource = ObjectFieldSelector fieldRef, ResourceFieldSelector resourceFieldRef, ConfigMapKeySelector
  configMapKeyRef, SecretKeySelector secretKeyRef
ConfigMapKeySelector = text name key, boolean optional
SecretKeySelector = text name key, boolean optional
ContainerResizePolicy = text resourceName restartPolicy
VolumeMount = text name mountPath subPath mountPropagation subPathExpr, boolean readOnly
VolumeDevice = text name devicePath
Probe = ExecAction exec, HTTPGetAction httpGet, TCPSocketAction tcpSocket, GRPCAction grpc, int32
  initialDelaySeconds timeoutSeconds periodSeconds successThreshold failureThreshold, int64
  terminationGracePeriodSeconds
ExecAction = text[] command
HTTPGetAction = text path host scheme, integerOrText port, HTTPHeader[] httpHeaders
HTTPHeader = text name value
TCPSocketAction = integerOrText port, text host
GRPCAction = int32 port, text service
Lifecycle = LifecycleHandler postStart preStop
LifecycleHandler = ExecAction exec, HTTPGetAction httpGet, TCPSocketAction tcpSocket
SecurityContext = Capabilities capabilities, boolean privileged runAsNonRoot readOnlyRootFilesystem
  allowPrivilegeEscalation, SELinuxOptions seLinuxOptions, WindowsSecurityContextOptions windowsOptions,
  int64 runAsUser runAsGroup, text procMount, SeccompProfile seccompProfile
Capabilities = text[] add drop
SELinuxOptions = text user role type level
WindowsSecurityContextOptions = text gmsaCredentialSpecName gmsaCredentialSpec runAsUserName, boolean
  hostProcess
SeccompProfile = text type localhostProfile
EphemeralContainer = text name image workingDir restartPolicy terminationMessagePath
  terminationMessagePolicy imagePullPolicy targetContainerName, text[] command args, ContainerPort[] ports,
  EnvFromSource[] envFrom, EnvVar[] env, ResourceRequirements resources, ContainerResizePolicy[]
  resizePolicy, VolumeMount[] volumeMounts, VolumeDevice[] volumeDevices, Probe livenessProbe readinessProbe
  startupProbe, Lifecycle lifecycle, SecurityContext securityContext, boolean stdin stdinOnce tty
PodSecurityContext = SELinuxOptions seLinuxOptions, WindowsSecurityContextOptions windowsOptions, int64
  runAsUser runAsGroup fsGroup, boolean runAsNonRoot, int64[] supplementalGroups, Sysctl[] sysctls, text
  fsGroupChangePolicy, SeccompProfile seccompProfile
Sysctl = text name value
Affinity = NodeAffinity nodeAffinity, PodAffinity podAffinity, PodAntiAffinity podAntiAffinity
NodeAffinity = NodeSelector requiredDuringSchedulingIgnoredDuringExecution, PreferredSchedulingTerm[]
  preferredDuringSchedulingIgnoredDuringExecution
NodeSelector = NodeSelectorTerm[] nodeSelectorTerms
NodeSelectorTerm = NodeSelectorRequirement[] matchExpressions matchFields
NodeSelectorRequirement = text key operator, text[] values
PreferredSchedulingTerm = int32 weight, NodeSelectorTerm preference
PodAffinity = PodAffinityTerm[] requiredDuringSchedulingIgnoredDuringExecution, WeightedPodAffinityTerm[]
  preferredDuringSchedulingIgnoredDuringExecution
PodAffinityTerm = LabelSelector labelSelector namespaceSelector, text[] namespaces, text topologyKey
WeightedPodAffinityTerm = int32 weight, PodAffinityTerm podAffinityTerm
PodAntiAffinity = PodAffinityTerm[] requiredDuringSchedulingIgnoredDuringExecution,
  WeightedPodAffinityTerm[] preferredDuringSchedulingIgnoredDuringExecution
Toleration = text key operator value effect, int64 tolerationSeconds
HostAlias = text ip, text[] hostnames
PodDNSConfig = text[] nameservers searches, PodDNSConfigOption[] options
PodDNSConfigOption = text name value
PodReadinessGate = text conditionType
TopologySpreadConstraint = int32 maxSkew minDomains, text topologyKey whenUnsatisfiable nodeAffinityPolicy
  nodeTaintsPolicy, LabelSelector labelSelector, text[] matchLabelKeys
PodOS = text name
PodSchedulingGate = text name
PodResourceClaim = text name, ClaimSource source
ClaimSource = text resourceClaimName resourceClaimTemplateName
`;
